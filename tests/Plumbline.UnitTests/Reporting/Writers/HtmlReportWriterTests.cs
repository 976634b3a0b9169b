using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Plumbline.Reporting;
using Plumbline.Reporting.Writers;
using static Plumbline.UnitTests.Reporting.ReportSample;

namespace Plumbline.UnitTests.Reporting.Writers;

public sealed partial class HtmlReportWriterTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        "<script>alert(1)</script>", "\"><img src=x>", "'onload='x", "=1+1", "a|b", "`code`", "line\nbreak", "&lt;", "--><b>", "]]>", "\u202Egnp", "</td></tr>");

    [Fact]
    public void No_text_of_the_input_changes_the_elements_of_the_page() => Hostile.Array[4].Sample(texts => Assert.Equal(
        Elements(new HtmlReportWriter().Write(ReportOf(i => $"text{i}"))),
        Elements(new HtmlReportWriter().Write(ReportOf(i => texts[i] + i)))));

    [Fact]
    public void Text_of_the_input_is_shown_as_it_is() => Hostile.Sample(text =>
    {
        var html = new HtmlReportWriter().Write(ReportOf(i => text + i));
        Assert.Equal(text + 0, WebUtility.HtmlDecode(Heading().Match(html).Groups[1].Value));
        Assert.Equal(text + 2, WebUtility.HtmlDecode(ActualValue().Match(html).Groups[1].Value));
    });

    [Fact]
    public void Content_security_policy_admits_exactly_the_style_and_the_script_of_the_page()
    {
        var html = new HtmlReportWriter().Write(Build([]));
        var policy = $"default-src 'none'; style-src {Source(html, "style")}; script-src {Source(html, "script")}; img-src data:; base-uri 'none'; form-action 'none'";
        Assert.Equal(policy, WebUtility.HtmlDecode(Policy().Match(html).Groups[1].Value));
        Assert.Single(Script().Matches(html));
    }

    [Fact]
    public void Page_names_no_address_but_the_references_of_the_baseline()
    {
        var feature = Feature(FeatureOutcome.Policies) with { ReferenceTitle = "Docs", ReferenceUrl = "https://learn.microsoft.com/x" };
        var html = new HtmlReportWriter().Write(Build([new("NS-1", "Title", "Domain", [feature])]));
        Assert.Equal(["https://learn.microsoft.com/x"], Address().Matches(html).Select(match => match.Value));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://example.org/")]
    [InlineData("data:text/html,x")]
    [InlineData("relative")]
    public void Reference_that_is_not_https_is_text(string url)
    {
        var feature = Feature(FeatureOutcome.Policies) with { ReferenceTitle = "Docs", ReferenceUrl = url };
        var html = new HtmlReportWriter().Write(Build([new("NS-1", "Title", "Domain", [feature])]));
        Assert.Equal(["<p class=\"reference\">Docs</p>"], Reference().Matches(html).Select(match => match.Value));
    }

    [Fact]
    public void Rows_beyond_the_budget_are_the_least_bad_and_a_banner_says_so()
    {
        var report = Build([Control("NS-1", PolicyOf("p"), PolicyOf("q"))], [.. Rows("p", 3, "Exempt"), .. Rows("p", 2, "Error"), .. Rows("q", 2, "NonCompliant")]);
        var html = new HtmlReportWriter(maximumRows: 3).Write(report);
        Assert.Equal(["Error-1", "NonCompliant-1", "NonCompliant-2"], ResourceName().Matches(html).Select(match => match.Groups[1].Value));
        Assert.Equal(
            ["Showing 3 of 7 findings, worst first. All counts include the findings that are not shown; the JSON report lists every one."],
            Banner().Matches(html).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Same_report_gives_the_same_page() => Assert.Equal(
        new HtmlReportWriter().Write(ReportOf(i => $"text {i}")),
        new HtmlReportWriter().Write(ReportOf(i => $"text {i}")));

    /// <summary>A report whose every text comes from <paramref name="text"/>, asked with 0 to 3.</summary>
    private static ComplianceReport ReportOf(Func<int, string> text)
    {
        var policy = new PolicyOutline(text(0), text(1), text(2), text(3), text(0), false, false, true, text(1));
        FeatureOutline feature = new(text(0), text(1), text(2), text(3), text(0), text(1), text(2), text(3), text(0), text(1), text(2), FeatureOutcome.Policies, text(3), [policy], text(0));
        ImmutableArray<ComplianceRow> rows =
        [
            new(text(1), text(2), text(0), text(3), text(0), "NonCompliant", Noon, [new(text(0), text(1), text(2), text(3), text(1))]),
            new(text(1), text(2), "unlisted" + text(3), text(3), text(0), text(1), Noon, []),
        ];
        BaselineOutline baseline = new(text(0), text(1), [(text(2), text(3))], [new(text(0), text(1), text(2), [feature])], [feature]);
        return ComplianceReport.Build(baseline, rows, new(text(0), text(1), text(2), text(3), Noon, 2, 3));
    }

    private static string Source(string html, string tag)
    {
        var text = Regex.Match(html, $"<{tag}>(.*?)</{tag}>", RegexOptions.Singleline).Groups[1].Value;
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
    }

    // Names of elements and attributes in order; the assets come first and are no input.
    private static IEnumerable<string> Elements(string html) =>
        Tag().Matches(html[html.IndexOf("<body>", StringComparison.Ordinal)..]).Select(match => AttributeValue().Replace(match.Value, ""));

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex AttributeValue();

    [GeneratedRegex("<h1>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<code class=\"is\">(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex ActualValue();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<script")]
    private static partial Regex Script();

    [GeneratedRegex("(?:https?|ftp|wss?)://[^\"<]*")]
    private static partial Regex Address();

    [GeneratedRegex("<p class=\"reference\">.*?</p>")]
    private static partial Regex Reference();

    [GeneratedRegex("<span class=\"resource\">([^<]*)</span>")]
    private static partial Regex ResourceName();

    [GeneratedRegex("<li><svg.*?</svg><p>([^<]*)</p></li>")]
    private static partial Regex Banner();
}
