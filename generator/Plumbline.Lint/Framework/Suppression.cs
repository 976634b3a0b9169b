using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Plumbline.Lint.Framework;

/// <summary>A finding that is accepted: a member of <c>metadata.plumbline.suppress</c>.</summary>
/// <param name="Rule">The identifier of the rule.</param>
/// <param name="Path">The path of the findings, or of an object around them; null for the whole document.</param>
/// <param name="Reason">Why it is accepted; null when the author did not say.</param>
/// <param name="Until">The last day on which it is accepted, or null for always.</param>
/// <param name="Token">Where it stands.</param>
internal sealed record Suppression(string Rule, string? Path, string? Reason, DateOnly? Until, JToken Token)
{
    public static ImmutableArray<Suppression> In(JObject properties)
    {
        var list = LintSubject.Member(properties, "metadata") is JObject metadata && LintSubject.Member(metadata, "plumbline") is JObject own ? LintSubject.Member(own, "suppress") as JArray : null;
        return list is null ? [] : [.. list.OfType<JObject>().Select(Read)];
    }

    public bool Covers(LintFinding finding, DateOnly today) =>
        Reason is not null && !(Until < today) && string.Equals(Rule, finding.Rule, StringComparison.OrdinalIgnoreCase) && (Path is null || IsWithin(finding.Location.Path ?? "$"));

    private bool IsWithin(string path) => path == Path || (path.StartsWith(Path ?? "", StringComparison.Ordinal) && path[(Path ?? "").Length] is '.' or '[');

    private static Suppression Read(JObject item)
    {
        var until = DateOnly.TryParseExact(Text("until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var reason = Text("reason");
        return new Suppression(Text("rule") ?? "", Text("path"), string.IsNullOrWhiteSpace(reason) ? null : reason, until, item);

        string? Text(string name) => LintSubject.Member(item, name) is JValue { Value: string text } ? text : null;
    }
}
