using System.Collections.Immutable;
using CsCheck;
using Plumbline.Reporting;
using Plumbline.Reporting.Writers;
using static Plumbline.UnitTests.Reporting.ReportSample;

namespace Plumbline.UnitTests.Reporting;

public sealed class ComplianceReportProperties
{
    private static readonly Gen<ComplianceRow> AnyRow = Gen.Select(
        Gen.OneOf("p", "P", "q", "helper", "unknown"),
        Gen.OneOf("a", "A", "b", "B", "c"),
        Gen.OneOf("Compliant", "NonCompliant", "Error", "conflict", "Protected", "Exempt", "Unknown", "NotStarted", "Deferred"),
        Gen.OneOf("x", "y"),
        Gen.Int[0, 3],
        (reference, resource, state, reason, hours) => Row(reference, resource, state, new ComplianceReason(reason, "Equals", "1", "2", "")) with { EvaluatedAt = Noon.AddHours(-hours) });

    private static readonly ImmutableArray<ControlOutline> Controls =
        [Control("NS-1", PolicyOf("p"), PolicyOf("q")), Control("PA-7", FeatureOutcome.NotSupported, PolicyOf("helper") with { IsCompensating = true })];

    [Fact]
    public void Counts_add_up_to_the_distinct_resources() => AnyRow.Array[0, 40].Sample(rows =>
    {
        var report = Build(Controls, [.. rows]);
        var counted = rows.Where(row => row.ReferenceId is "p" or "P" or "q");
        Assert.Equal(DistinctResources(rows), report.Resources.Total);
        Assert.Equal(DistinctResources(counted), report.Controls[0].Resources.Total);
        Assert.Equal(0, report.Controls[1].Resources.Total);
    });

    [Fact]
    public void Order_of_the_rows_does_not_matter() => Gen.Select(AnyRow.Array[0, 40], Gen.Int).Sample((rows, seed) =>
    {
        var shuffled = rows.ToArray();
        new Random(seed).Shuffle(shuffled);
        var writer = new JsonReportWriter();
        Assert.Equal(writer.Write(Build(Controls, [.. rows])), writer.Write(Build(Controls, [.. shuffled])));
    });

    [Fact]
    public void Resource_is_non_compliant_exactly_when_one_of_its_states_is() => AnyRow.Array[0, 40].Sample(rows =>
        Assert.Equal(DistinctResources(rows.Where(row => row.State == "NonCompliant")), Build(Controls, [.. rows]).Resources.NonCompliant));

    [Fact]
    public void Percentage_is_whole_only_when_its_counts_are() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 100_000]).Where((part, whole) => part <= whole).Sample((part, whole) =>
    {
        var value = new Percentage(part, whole).Value;
        Assert.Equal(part == whole, value == 100);
        Assert.Equal(part == 0, value == 0);
        Assert.InRange(value ?? -1, part * 100m / whole - 0.1m, part * 100m / whole + 0.1m);
    });

    private static int DistinctResources(IEnumerable<ComplianceRow> rows) =>
        rows.Select(row => row.ResourceId).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
