using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A group is named like a control of the Microsoft cloud security benchmark, which has no such control.</summary>
internal sealed partial class GroupNotInBenchmarkRule() : InitiativeRule("group-not-in-benchmark", LintSeverity.Warning, "A group looks like a control that the benchmark does not have")
{
    // The last control of each domain of the Microsoft cloud security benchmark v1; AI is a domain of v2, whose groups have the same names.
    private static readonly FrozenDictionary<string, int> Controls = new Dictionary<string, int>
    {
        ["NS"] = 10, ["IM"] = 9, ["PA"] = 8, ["DP"] = 8, ["AM"] = 5, ["LT"] = 7, ["IR"] = 7, ["PV"] = 7, ["ES"] = 3, ["BR"] = 4, ["DS"] = 7, ["GS"] = 11, ["AI"] = 7,
    }.ToFrozenDictionary();

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        initiative.Groups.Where(group => Control.Match(group.Name) is { Success: true } match && !IsControl(match.Groups["domain"].Value, match.Groups["number"].Value))
            .Select(group => Finding(
                document,
                InitiativeMembers.GroupToken(document, group),
                $"group '{group.Name}' is named like a control of the Microsoft cloud security benchmark, which has no such control",
                "correct the name"));

    private static bool IsControl(string domain, string number) => Controls.TryGetValue(domain, out var last) && int.TryParse(number, out var control) && control >= 1 && control <= last;

    [GeneratedRegex("^Azure_Security_Benchmark_v3\\.0_(?<domain>[A-Z]{2})-(?<number>[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Control { get; }
}
