using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Identity;

namespace Plumbline.Arm;

/// <summary>Reads failures out of error answers and out of the exceptions of Azure.Core.</summary>
internal static class ArmFailureReader
{
    /// <summary>Whether an exception is an expected problem of a network call, and not a bug or the user's own cancellation.</summary>
    public static bool IsExpected(Exception exception, CancellationToken cancellation) => exception switch
    {
        OperationCanceledException => !cancellation.IsCancellationRequested,
        AggregateException several => several.InnerExceptions.All(inner => IsExpected(inner, cancellation)),
        RequestFailedException or AuthenticationFailedException or IOException => true,
        _ => false,
    };

    /// <summary>The failure of a call that got no answer.</summary>
    public static ArmFailure FromException(string method, string path, Exception exception)
    {
        var last = exception is AggregateException several ? several.InnerExceptions[^1] : exception;
        var (kind, reason) = last switch
        {
            AuthenticationFailedException => (ArmFailureKind.NotSignedIn, last.Message),
            OperationCanceledException => (ArmFailureKind.Unreachable, "no answer in time"),
            _ => (ArmFailureKind.Unreachable, last.GetBaseException().Message),
        };
        return new(kind, method, path, null, null, reason, null, []);
    }

    /// <summary>The failure an error answer tells.</summary>
    public static ArmFailure FromResponse(string method, string path, Response response)
    {
        response.Headers.TryGetValue("x-ms-correlation-request-id", out var correlation);
        var error = ErrorIn(response);
        var code = Text(error, "code");
        var message = Text(error, "message") ?? (response.ReasonPhrase is { Length: > 0 } reason ? reason : "no explanation was given");
        var denials = code == "RequestDisallowedByPolicy" ? DenialsIn(error) : [];
        return new(KindOf(response.Status, code), method, path, response.Status, code, message, correlation, denials);
    }

    /// <summary>An answer that is not what the interface promises.</summary>
    public static ArmFailure Unexpected(string method, string path, int status, string what) =>
        new(ArmFailureKind.UnexpectedAnswer, method, path, status, null, what, null, []);

    private static ArmFailureKind KindOf(int status, string? code) => status switch
    {
        401 => ArmFailureKind.NotSignedIn,
        403 when code == "RequestDisallowedByPolicy" => ArmFailureKind.DeniedByPolicy,
        403 => ArmFailureKind.NotAuthorized,
        404 => ArmFailureKind.NotFound,
        409 or 412 => ArmFailureKind.Conflict,
        429 => ArmFailureKind.Throttled,
        >= 500 => ArmFailureKind.ServiceFailed,
        >= 400 => ArmFailureKind.Rejected,
        _ => ArmFailureKind.UnexpectedAnswer,
    };

    // ARM's envelope is { error: { code, message, ... } }; some gateways leave the envelope out.
    private static JsonElement ErrorIn(Response response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error) ? error : root;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static ImmutableArray<string> DenialsIn(JsonElement error) =>
    [
        .. Items(error, "additionalInfo")
            .Where(item => Text(item, "type") == "PolicyViolation" && item.TryGetProperty("info", out _))
            .Select(item => item.GetProperty("info"))
            .Select(info => Text(info, "policyAssignmentDisplayName") ?? Text(info, "policyAssignmentId"))
            .OfType<string>()
            .Distinct(),
    ];

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
