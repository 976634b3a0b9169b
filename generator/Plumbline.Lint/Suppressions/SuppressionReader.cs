using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Rules;

namespace Plumbline.Lint.Suppressions;

/// <summary>Reads <c>metadata.plumbline.suppress</c>: entries <c>{ "rule", "reason", "path"?, "until"? }</c>.</summary>
internal static class SuppressionReader
{
    private static readonly string[] Keys = ["rule", "reason", "path", "until"];

    /// <summary>The entries in the order of the text, wrong ones included.</summary>
    public static ImmutableArray<Suppression> Read(LintDocument document) =>
        document.Properties.Member("metadata")?.Member("plumbline")?.Member("suppress") switch
        {
            null => [],
            JArray entries => [.. entries.Select(Entry)],
            var other => [new Suppression(other, "", "", null, null) { Problem = "'suppress' is not an array" }],
        };

    private static Suppression Entry(JToken token)
    {
        var (rule, reason, until) = (token.Text("rule") ?? "", token.Text("reason") ?? "", token.Member("until"));
        var day = DateOnly.TryParseExact(token.Text("until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : (DateOnly?)null;
        var problem = token is not JObject ? "a suppression is not an object"
            : token.Members().FirstOrDefault(member => !Keys.Contains(member.Name)) is { } unknown ? $"'{unknown.Name}' is not a key of a suppression"
            : rule.Length == 0 ? "the suppression names no 'rule'"
            : RuleRegistry.Find(rule) is null ? $"there is no rule '{rule}'{(RuleRegistry.Nearest(rule) is { } nearest ? $", did you mean '{nearest}'?" : "")}"
            : string.IsNullOrWhiteSpace(reason) ? $"the suppression of {rule} gives no 'reason'"
            : until is not null && day is null ? $"'until' of the suppression of {rule} is not a day like 2027-06-30"
            : null;
        return new Suppression(token, rule, reason, Rooted(token.Text("path")), day) { Problem = problem };
    }

    private static string? Rooted(string? path) => path is null || path.StartsWith('$') ? path : $"$.{path}";
}
