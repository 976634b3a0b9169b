using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Coverage;
using Plumbline.Testing.Documents;

namespace Plumbline.Cli.Rendering;

/// <summary>Coverage for a terminal: a table, what is not covered with its place, and what is declared unreachable.</summary>
internal static class CoverageText
{
    private static readonly ImmutableArray<string> Header = ["policy", "tests", "leaves", "effects", "values", "existence", "%"];

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Of(ImmutableArray<PolicyCoverage> policies)
    {
        ImmutableArray<ImmutableArray<string>> rows = [Header, .. policies.Select(Row)];
        var widths = Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        IEnumerable<string> table = rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
        return
        [
            "",
            .. table,
            "",
            $"covered: {Percent(Overall(policies))} %",
            .. Part("not covered", policies.Where(policy => policy.Tests > 0).SelectMany(Missing)),
            .. Part("declared unreachable", policies.SelectMany(Unreachable)),
        ];
    }

    /// <summary>A number of tenths of a percent.</summary>
    public static string Percent(int perMille) => (perMille / 10m).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>What no test covers, one a line, with its place.</summary>
    public static IEnumerable<string> Missing(PolicyCoverage policy) =>
    [
        .. policy.Leaves.SelectMany(leaf => (string[])
        [
            .. leaf.WhenTrue.IsMissing ? [Line(leaf, "true")] : Array.Empty<string>(),
            .. leaf.WhenFalse.IsMissing ? [Line(leaf, "false")] : Array.Empty<string>(),
        ]),
        .. policy.Effects.Where(value => value.Hits == 0).Select(value => $"{Place(value.Location)}  {value.Name}: '{value.Value}' never took place"),
        .. policy.Values.Where(value => value.Hits == 0).Select(value => $"{Place(value.Location)}  {value.Name}: '{value.Value}' was never used"),
        .. policy.Existence.Where(value => value.Hits == 0).Select(value => $"{Place(value.Location)}  related resources: '{value.Value}' never occurred"),
    ];

    private static string Line(LeafCoverage leaf, string direction) => $"{Place(leaf.Location)}  {leaf.Path}: '{leaf.Text}' was never decisive as {direction}";

    private static IEnumerable<string> Unreachable(PolicyCoverage policy) => policy.Leaves
        .SelectMany(leaf => (DirectionCoverage[])[leaf.WhenTrue, leaf.WhenFalse])
        .Select(direction => direction.Unreachable)
        .OfType<UnreachableResult>()
        .Select(entry => $"{Place(entry.Location)}  {entry.Path} as {(entry.Direction ? "true" : "false")}: {entry.Reason}");

    private static IEnumerable<string> Part(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : ["", title, .. all.Select(line => $"  {line}")];
    }

    private static ImmutableArray<string> Row(PolicyCoverage policy) =>
    [
        policy.Tested.Name,
        policy.Tests.ToString(CultureInfo.InvariantCulture),
        Part(policy.Directions.Count(direction => !direction.IsMissing), policy.Directions.Count()),
        Part(policy.Effects),
        Part(policy.Values),
        Part(policy.Existence),
        Percent(policy.PerMille),
    ];

    private static string Part(ImmutableArray<ValueCoverage> values) => Part(values.Count(value => value.Hits > 0), values.Length);

    private static string Part(int covered, int total) => total == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{covered}/{total}");

    private static int Overall(ImmutableArray<PolicyCoverage> policies) =>
        policies.Sum(policy => policy.Total) is var total && total == 0 ? 0 : policies.Where(policy => policy.Tests > 0).Sum(policy => policy.Covered) * 1000 / total;

    private static string Place(SourceLocation at) => at.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{at.File}:{span.Line}") : at.File;
}
