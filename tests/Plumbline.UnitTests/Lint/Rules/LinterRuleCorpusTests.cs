using System.IO.Compression;
using Newtonsoft.Json.Linq;
using Plumbline.Lint;
using Plumbline.Lint.Framework;
using Plumbline.Lint.Rules;
using Plumbline.Policy.Diagnostics;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint.Rules;

/// <summary>What the rules find in definitions that Microsoft published and in our own: counts that a change of a rule moves.</summary>
public sealed class LinterRuleCorpusTests
{
    private static readonly PolicyLinter Linter = new(new LintOptions(new DateOnly(2026, 1, 1)) { Only = [.. RuleRegistry.Linter.Select(rule => rule.Id)] }, LintKnowledge.Published);

    [Fact]
    public void Findings_on_the_built_ins_are_as_counted() => Assert.Equal(
        """
        broad-type-matching-operator 1 in 1
        effect-allowed-values-should-not-mix-incompatible-effects 1 in 1
        hard-coded-policy-enforcement-effect 38 in 38
        like-notlike-without-wildcards 9 in 3
        nested-same-type-quantifiers-should-be-flattened 26 in 16
        parameter-missing-description 15 in 4
        request-context-identity-is-enforcement-only 1 in 1
        risky-effect-parameter-default-value 223 in 223
        simplify-multiple-equals-to-in 11 in 10
        simplify-multiple-notequals-to-notin 2 in 2
        type-condition-first-in-allof 8 in 8
        unguarded-request-context-identity-access 2 in 1
        unnecessary-quantifier-wrapper 22 in 17
        """,
        Counts(BuiltIns()));

    [Fact]
    public void Our_own_definitions_and_initiative_trip_none() => Assert.Equal(
        "",
        Counts(RepositoryFiles.ReadAll("definitions/container-apps", "*.json").Append(RepositoryFiles.Read("initiative/azure-container-apps.json"))));

    private static string Counts(IEnumerable<SourceText> sources) => string.Join('\n', sources
        .SelectMany(source => Linter.Lint(source).Findings.Select(finding => (finding.Rule, source.File)))
        .GroupBy(finding => finding.Rule)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Key} {group.Count()} in {group.Select(finding => finding.File).Distinct().Count()}"));

    private static IEnumerable<SourceText> BuiltIns()
    {
        using var reader = new StreamReader(new GZipStream(RepositoryFiles.Open("tests/corpus/builtins.jsonl.gz"), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var item = JObject.Parse(line);
            yield return new SourceText(item.Value<string>("file") ?? "", line);
        }
    }
}
