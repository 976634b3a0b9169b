using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity;

/// <summary>Between HTTP and the identity endpoints.</summary>
internal static class IdentityHttp
{
    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly ImmutableArray<string> Headers = ["Authorization", "Metadata", "secret", "X-IDENTITY-HEADER"];
    private static readonly FormOptions Limits = new() { KeyLengthLimit = 256, ValueLengthLimit = 16 * 1024, ValueCountLimit = 32, BufferBodyLengthLimit = 64 * 1024 };

    /// <summary>The request, or the refusal of its form.</summary>
    public static async Task<(IdentityRequest? Request, ArmError? Error)> ReadAsync(HttpContext context, ArmRequest request)
    {
        var form = ImmutableDictionary<string, string>.Empty;
        if (context.Request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) == true)
        {
            try
            {
                form = Values(await context.Request.ReadFormAsync(Limits, context.RequestAborted));
            }
            catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
            {
                return (null, ArmErrors.InvalidRequestContent("The form is malformed or too large"));
            }
        }

        var headers = context.Request.Headers.Where(header => Headers.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        return (new(request.Method, request.Endpoint, request.Path, request.Query, form, Values(headers), request.Now, request.RequestId), null);
    }

    private static ImmutableDictionary<string, string> Values(IEnumerable<KeyValuePair<string, StringValues>> pairs) =>
        pairs.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.LastOrDefault() ?? string.Empty, StringComparer.OrdinalIgnoreCase);
}
