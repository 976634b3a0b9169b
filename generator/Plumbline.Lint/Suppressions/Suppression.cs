using Newtonsoft.Json.Linq;

namespace Plumbline.Lint.Suppressions;

/// <summary>An entry of <c>metadata.plumbline.suppress</c>.</summary>
/// <param name="Token">Where it stands.</param>
/// <param name="Rule">The rule whose findings do not count; empty when it is missing.</param>
/// <param name="Reason">Why; empty when it is missing.</param>
/// <param name="Path">Where in the document, with all that is below; null for everywhere.</param>
/// <param name="Until">The last day on which it counts, or null for no end.</param>
internal sealed record Suppression(JToken Token, string Rule, string Reason, string? Path, DateOnly? Until)
{
    /// <summary>What is wrong with the entry; null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it counts on a day; without a day it does.</summary>
    public bool IsInForce(DateOnly? today) => Problem is null && !(Until < today);

    /// <summary>Whether it is about a place in the document.</summary>
    public bool Covers(string? path) => Path is null || (path is not null && path.StartsWith(Path, StringComparison.OrdinalIgnoreCase) && (path.Length == Path.Length || path[Path.Length] is '.' or '['));
}
