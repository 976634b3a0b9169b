using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Plumbline.Arm;

/// <summary>One step of reading a paged collection: an item, or the failure that ended it.</summary>
internal readonly record struct PageItem(JsonElement Item, ArmFailure? Failure);

/// <summary>Reads paged collections, a page in memory at a time.</summary>
internal static class ArmPages
{
    /// <summary>The items of all pages. Links are followed verbatim and with the method of the first call: Policy Insights wants POST again.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="first">The call of the first page.</param>
    /// <param name="linkName"><c>nextLink</c>, in Policy Insights <c>@odata.nextLink</c>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static IAsyncEnumerable<PageItem> ReadAsync(ArmConnection connection, ArmCall first, string linkName, CancellationToken cancellation) =>
        ReadAsync(connection, connection.SendAsync, first, linkName, cancellation);

    /// <summary>The items of all pages, read by <paramref name="send"/>.</summary>
    public static async IAsyncEnumerable<PageItem> ReadAsync(
        ArmConnection connection, Func<ArmCall, CancellationToken, Task<ArmAnswer>> send, ArmCall first, string linkName, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<Uri>();
        ArmCall? pending = first;
        while (pending is { } call)
        {
            seen.Add(call.Address);
            var answer = await send(call, cancellation);
            var failure = answer.Failure ?? NotACollection(call, answer);
            if (failure is null)
            {
                foreach (var item in answer.Body.GetProperty("value").EnumerateArray()) yield return new(item, null);
                (pending, failure) = Next(connection, call, answer, linkName, seen);
            }

            if (failure is null) continue;
            yield return new(default, failure);
            yield break;
        }
    }

    private static ArmFailure? NotACollection(ArmCall call, ArmAnswer answer) =>
        answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Array
            ? null
            : ArmFailureReader.Unexpected(call.Method.Method, call.Path, answer.Status, "the body has no array 'value'");

    private static (ArmCall? Next, ArmFailure? Problem) Next(ArmConnection connection, ArmCall call, ArmAnswer answer, string linkName, HashSet<Uri> seen)
    {
        if (!answer.Body.TryGetProperty(linkName, out var link) || link.ValueKind != JsonValueKind.String || link.GetString() is not { Length: > 0 } text) return (null, null);
        if (connection.Follow(text) is not { } address)
            return (null, ArmFailureReader.Unexpected(call.Method.Method, call.Path, answer.Status, $"the link '{text}' leads to another host"));
        return seen.Contains(address)
            ? (null, ArmFailureReader.Unexpected(call.Method.Method, call.Path, answer.Status, "the link to the next page leads back to a page that was read"))
            : (call with { Address = address }, null);
    }
}
