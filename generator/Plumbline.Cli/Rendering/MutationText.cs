using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Mutation;

namespace Plumbline.Cli.Rendering;

/// <summary>Mutation scores for a terminal: a table, then each change that no test notices with a test that would.</summary>
internal static class MutationText
{
    private static readonly ImmutableArray<string> Header = ["policy", "mutants", "killed", "survived", "equivalent", "%"];

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Of(ImmutableArray<MutationScore> scores)
    {
        ImmutableArray<ImmutableArray<string>> rows = [Header, .. scores.Select(Row)];
        var widths = Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return
        [
            "",
            .. rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])))),
            .. scores.SelectMany(score => score.Mutants).Where(mutant => mutant.Outcome == MutantOutcome.Survived).SelectMany(Survivor),
        ];
    }

    private static IEnumerable<string> Survivor(MutantResult result)
    {
        yield return "";
        yield return $"{Place(result.Mutant.Location)}  {result.Mutant.Path}: {result.Mutant.Change}; no test notices";
        if (result.Proposal is not { } proposal) yield return "  no test was found that would: the change may make no difference";
        else foreach (var line in proposal.Split('\n')) yield return $"  {line}";
    }

    private static ImmutableArray<string> Row(MutationScore score) =>
    [
        score.Tested.Name,
        Number(score.Mutants.Length),
        Number(score.Killed),
        Number(score.Total - score.Killed),
        Number(score.Mutants.Length - score.Total),
        CoverageText.Percent(score.PerMille),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Place(SourceLocation at) => at.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{at.File}:{span.Line}") : at.File;
}
