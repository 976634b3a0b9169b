using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Baselines;

namespace Plumbline.UnitTests.Scan;

public sealed class BaselineTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public void Written_baseline_is_read_back_and_hides_what_it_was_written_from()
    {
        var report = ReportSample.Of(ReportSample.Finding("/subscriptions/s/a"), ReportSample.Finding("/subscriptions/s/b"));
        var baseline = Baseline.Read(new SourceText("b.json", Baseline.Of(report.Findings, "me", Day).ToJson())).Value;

        var applied = BaselineMatch.Apply(report, Assert.IsType<Baseline>(baseline), Day);

        Assert.Empty(applied.Findings);
        Assert.Equal(["me", "me"], applied.Known.Select(known => known.Owner));
        Assert.Empty(applied.Diagnostics);
        Assert.False(applied.HasViolations);
    }

    [Fact]
    public void Entry_hides_up_to_its_last_day_whatever_the_line_and_the_case_are()
    {
        var baseline = Baseline.Of([ReportSample.Finding("/subscriptions/s/a")], "me", Day);
        var report = ReportSample.Of(ReportSample.Finding("/SUBSCRIPTIONS/s/a") with { Location = new SourceLocation("other.bicep", new TextSpan(99, 1)) });

        Assert.Empty(BaselineMatch.Apply(report, baseline, Day).Findings);
        var expired = BaselineMatch.Apply(report, baseline, Day.AddDays(1));
        Assert.Single(expired.Findings);
        Assert.Equal(["PLB6117"], expired.Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void Entry_for_another_policy_or_resource_hides_nothing_and_is_reported()
    {
        var baseline = Baseline.Of([ReportSample.Finding("/subscriptions/s/gone"), ReportSample.Finding("/subscriptions/s/a", reference: "other")], "me", Day);

        var applied = BaselineMatch.Apply(ReportSample.Of(ReportSample.Finding("/subscriptions/s/a")), baseline, Day);

        Assert.Single(applied.Findings);
        Assert.Equal(["PLB6116", "PLB6116"], applied.Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void Shard_does_not_report_what_another_one_may_find()
    {
        var baseline = Baseline.Of([ReportSample.Finding("/subscriptions/s/gone")], "me", Day);

        Assert.Empty(BaselineMatch.Apply(ReportSample.Of() with { Shard = new(1, 2) }, baseline, Day).Diagnostics);
    }

    [Theory]
    [InlineData("""{"version":1,"entries":[]}""", null)]
    [InlineData("""{"version":2,"entries":[]}""", "version")]
    [InlineData("""{"version":1}""", "entries")]
    [InlineData("""{"version":1,"entries":[{"resource":"r","policy":"p","owner":"o"}]}""", "'until'")]
    [InlineData("""{"version":1,"entries":[{"resource":"r","policy":"p","owner":" ","until":"2026-01-01"}]}""", "'owner'")]
    [InlineData("""{"version":1,"entries":[{"resource":"r","policy":"p","owner":"o","until":"1.1.2026"}]}""", "1.1.2026")]
    [InlineData("""{"version":1,"entries":[{"resource":"r","policy":"p","owner":"o","until":"2026-01-01","lines":3}]}""", "'lines'")]
    [InlineData("""{"version":1,"entries":[1]}""", "not an object")]
    [InlineData("[]", "object")]
    public void Every_entry_needs_an_owner_and_a_last_day(string text, string? reason)
    {
        var read = Baseline.Read(new SourceText("b.json", text));

        Assert.Equal(reason is null, read.Value is not null);
        if (reason is not null) Assert.Contains(reason, Assert.Single(read.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Baseline_of_findings_is_sorted_and_without_duplicates() => Assert.Equal(
        ["/a", "/b"], Baseline.Of([ReportSample.Finding("/b"), ReportSample.Finding("/a"), ReportSample.Finding("/b")], "me", Day).Entries.Select(entry => entry.Key.ResourceId));
}
