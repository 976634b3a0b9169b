using System.Text;
using Plumbline.Reporting;
using Plumbline.Reporting.Writers;
using static Plumbline.UnitTests.Reporting.ReportSample;

namespace Plumbline.UnitTests.Reporting.Writers;

public sealed class MarkdownReportWriterTests
{
    [Theory]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("`code`", "&#96;code&#96;")]
    [InlineData("<b>&amp;", "&#60;b&#62;&#38;amp;")]
    [InlineData("@owner", "&#64;&#8203;owner")]
    [InlineData("#12", "&#35;&#8203;12")]
    [InlineData("one\r\ntwo\u2028three", "one  two three")]
    [InlineData("[x](y)", "&#91;x&#93;(y)")]
    [InlineData("a\\|b", "a&#92;&#124;b")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("größe 名前", "größe 名前")]
    public void Text_holds_no_markup(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Text(text));

    [Fact]
    public void Code_needs_no_break_in_a_mention() => Assert.Equal("<code>&#64;owner&#124;x</code>", MarkdownText.Code("@owner|x"));

    [Fact]
    public void Report_has_a_row_for_each_control_and_a_table_for_what_is_not_compliant()
    {
        var report = Build(
            [Control("NS-1", PolicyOf("p")), Control("DP-4", FeatureOutcome.Platform)],
            Row("p", "a|b", "NonCompliant", new ComplianceReason("properties.x", "Equals", "true", "false", "")), Row("p", "c", "Compliant"));
        Assert.Equal(
            """
            <!-- plumbline:compliance -->
            # Service: Benchmark 1.0

            **1 of 2 controls fails; 1 of 2 resources is non-compliant.**

            - Azure's percentage: **50.0 % (1/2)**
            - Strict percentage: **50.0 % (1/2)**
            - Coverage: 1 of 2 customer controls has a live check
            - Environment: test, assignment <code>/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a</code>
            - Read: 2026-11-23 12:00 UTC with Plumbline 0.1.0. All 2 policy states were read.

            ## Controls

            | Control | Status | Severity | Non-compliant | Compliant | Exempt | Unknown | Error, conflict | Azure % | Strict % |
            |---|---|---|--:|--:|--:|--:|--:|--:|--:|
            | **NS-1** Title of NS-1 | ❌ Fail | high | 1 | 1 | 0 | 0 | 0 | 50.0 % (1/2) | 50.0 % (1/2) |
            | **DP-4** Title of DP-4 | Platform | - | 0 | 0 | 0 | 0 | 0 | n/a | n/a |

            ## NS-1 Title of NS-1: ❌ Fail

            ### Policy p

            <code>p</code>, high severity, Audit. 1 non-compliant, 1 compliant of 2 resources.

            Fix: Fix it.

            | Resource | State | Property | Is | Must be |
            |---|---|---|---|---|
            | <code>/subscriptions/s/resourceGroups/g/providers/Microsoft.App/containerApps/a&#124;b</code> | Non-compliant | <code>properties.x</code> | <code>true</code> | <code>false</code> |

            ## Features

            | Control | Feature | Status | Policies | Note |
            |---|---|---|--:|---|
            | NS-1 | Feature | ❌ Fail | 1 |  |
            | DP-4 | Feature | Platform | 0 | Because. |


            Azure % = (compliant + exempt + unknown) / (compliant + exempt + unknown + non-compliant + conflict + error). Strict % = compliant / (compliant + non-compliant + conflict + error). Both count distinct resources. All 2 policy states were read.

            """,
            new MarkdownReportWriter().Write(report));
    }

    [Fact]
    public void Report_stays_below_its_limit_and_says_how_much_is_missing()
    {
        var report = Build([Control("NS-1", PolicyOf("p"))], [.. Rows("p", 20_000, "NonCompliant")]);
        var markdown = new MarkdownReportWriter().Write(report);
        Assert.InRange(Encoding.UTF8.GetByteCount(markdown), MarkdownReportWriter.LimitInBytes - 1024, MarkdownReportWriter.LimitInBytes);
        var shown = markdown.Split('\n').Count(line => line.StartsWith("| <code>/subscriptions/", StringComparison.Ordinal));
        // The feature table has one row; it does not fit either.
        Assert.Equal(
            FormattableString.Invariant($"**Cut at 900 KiB: {20_001 - shown:N0} table rows are not shown here. The JSON report has all of them.**"),
            markdown.Split('\n')[^2]);
    }
}
