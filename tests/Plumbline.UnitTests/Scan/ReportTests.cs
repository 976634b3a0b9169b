using System.Globalization;
using System.Text;
using NJsonSchema;
using Plumbline.Cli.Scanning;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Reports;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Scan;

public sealed class ReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ScanReport Full = ReportSample.Of(
        ReportSample.Finding("/a") with { Changes = [new PropertyChange("tags.a", null, "\"x\""), new PropertyChange("tags.b", "1", null)], Deployments = ["A.B/c 'n'"] },
        ReportSample.Finding("/b", FindingState.Unknown, "other")) with
    {
        Known = [new KnownFinding(ReportSample.Finding("/c"), "me", new DateOnly(2026, 2, 3))],
        Diagnostics = [new Diagnostic("PLB6105", DiagnosticSeverity.Warning, new SourceLocation("i.json"), "one page", "fetch all")],
        Omitted = 7,
        Shard = new ScanShard(2, 3),
    };

    [Fact]
    public void Json_is_read_back_as_it_was()
    {
        var json = Json(Full);

        var read = ReportJsonReader.Read(Encoding.UTF8.GetBytes(json), "r.json").Value;

        Assert.Equal(json, Json(Assert.IsType<ScanReport>(read)));
    }

    [Fact]
    public async Task Json_is_valid_for_its_published_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(RepositoryFiles.Read("generator/docs/schemas/scan-result.schema.json").Text);

        Assert.Empty(schema.Validate(Json(Full)));
        Assert.Empty(schema.Validate(Json(ReportSample.Of())));
        Assert.NotEmpty(schema.Validate(Json(Full).Replace("\"NonCompliant\"", "\"Bad\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"command":"lint","schemaVersion":"1.0"}""")]
    [InlineData("""{"command":"scan","schemaVersion":"2.0"}""")]
    [InlineData("""{"command":"scan","schemaVersion":"1.0","policies":[]}""")]
    public void What_is_no_result_is_refused(string text) => Assert.Equal(["PLB6119"], ReportJsonReader.Read(Encoding.UTF8.GetBytes(text), "r.json").Diagnostics.Select(item => item.Code));

    [Fact]
    public void Merged_shards_are_the_whole()
    {
        var first = ReportSample.Of(ReportSample.Finding("/b")) with { Shard = new(1, 2) };
        var second = ReportSample.Of(ReportSample.Finding("/a"), ReportSample.Finding("/c")) with { Shard = new(2, 2) };

        var merged = ReportMerge.Merge([("2.json", second), ("1.json", first)]).Value;

        Assert.NotNull(merged);
        Assert.Equal(["/a", "/b", "/c"], merged.Findings.Select(finding => finding.ResourceId));
        Assert.Equal((4, 3, 4), (merged.Totals.Resources, merged.Totals.NonCompliant, merged.Inputs[0].Resources));
        Assert.Null(merged.Shard);
    }

    [Fact]
    public void Shards_that_are_missing_twice_there_or_of_another_scan_are_refused()
    {
        var one = ReportSample.Of() with { Shard = new(1, 2) };
        var two = one with { Shard = new(2, 2) };

        Assert.Contains("missing: 2", Problem(("1.json", one)), StringComparison.Ordinal);
        Assert.Contains("shard 1 is there more than once", Problem(("1.json", one), ("b.json", one)), StringComparison.Ordinal);
        Assert.Contains("other inputs", Problem(("1.json", one), ("2.json", two with { Policies = 99 })), StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_share_the_resources_out_and_keep_them()
    {
        var shards = Enumerable.Range(1, 4).Select(number => new ScanShard(number, 4)).ToList();
        var counts = new int[4];
        foreach (var id in Enumerable.Range(0, 2000).Select(number => $"/subscriptions/S/{number}"))
        {
            var owner = Assert.Single(shards, shard => shard.Includes(id));
            Assert.True(owner.Includes(id.ToLowerInvariant()));
            counts[owner.Number - 1]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 400, 600));
    }

    [Theory]
    [InlineData("1/1", true)]
    [InlineData("8/8", true)]
    [InlineData("0/8", false)]
    [InlineData("9/8", false)]
    [InlineData("1", false)]
    [InlineData("a/b", false)]
    [InlineData("1/2/3", false)]
    [InlineData("-1/2", false)]
    public void Share_is_a_number_of_a_number(string text, bool isShare) => Assert.Equal(isShare, ScanShard.Parse(text) is not null);

    [Fact]
    public void Markdown_is_a_comment_without_markup_of_others()
    {
        var report = ReportSample.Of(ReportSample.Finding("/a|b`c@team<script>[x](y)_*#1\n\u202e"));

        var text = MarkdownSummary.Write(report, showsChanges: true);

        Assert.StartsWith("<!-- plumbline:scan -->\n", text, StringComparison.Ordinal);
        Assert.Contains("/a&#124;b&#96;c&#64;team&lt;script&gt;&#91;x&#93;(y)&#95;&#42;&#35;1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@team", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', text);
    }

    [Fact]
    public void Markdown_keeps_within_the_limit_and_counts_the_rest()
    {
        var report = ReportSample.Of([.. Enumerable.Range(0, 2000).Select(number => ReportSample.Finding(string.Create(CultureInfo.InvariantCulture, $"/resource/{number}/{new string('x', 300)}")))]);

        var text = MarkdownSummary.Write(report, showsChanges: false);

        Assert.InRange(text.Length, 50_000, MarkdownSummary.MaximumLength);
        Assert.Matches("\n[0-9]+ more finding\\(s\\) are in the other formats", text);
    }

    [Fact]
    public void Every_format_shows_the_finding()
    {
        foreach (var format in ScanFormats.Names)
        {
            var text = ScanFormats.Write(Full, format, showsChanges: true, Now);
            Assert.Contains("notEquals true", text, StringComparison.Ordinal);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_encodes_what_a_terminal_would_obey() =>
        Assert.DoesNotContain('\u001b', ScanText.Write(ReportSample.Of(ReportSample.Finding("/a\u001b[31m", message: "\u001b]0;x")), showsChanges: false));

    [Theory]
    [InlineData("properties.configuration.secrets[0].value", true)]
    [InlineData("properties.configuration.secrets", true)]
    [InlineData("properties.template.containers[0].env[3].value", true)]
    [InlineData("properties.metadata[0].value", true)]
    [InlineData("properties.appLogsConfiguration.logAnalyticsConfiguration.sharedKey", true)]
    [InlineData("properties.daprAIConnectionString", true)]
    [InlineData("properties.adminPassword", true)]
    [InlineData("[listKeys('x').primary]", true)]
    [InlineData("properties.configuration.ingress.allowInsecure", false)]
    [InlineData("properties.configuration.secrets[0].name", false)]
    [InlineData("properties.template.containers[0].env[3].name", false)]
    [InlineData("properties.configuration.secrets[0].keyVaultUrl", false)]
    [InlineData("properties.template.containers[0].image", false)]
    [InlineData("tags.owner", false)]
    public void Values_of_secrets_are_not_shown(string path, bool isSecret) => Assert.Equal(isSecret, SecretPaths.Holds(path));

    private static string Problem(params (string, ScanReport)[] shards) => string.Join(' ', ReportMerge.Merge([.. shards]).Diagnostics.Select(item => item.Message));

    private static string Json(ScanReport report)
    {
        using var buffer = new MemoryStream();
        ReportJsonWriter.Write(report, buffer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
