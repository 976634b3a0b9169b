using System.Collections.Immutable;
using System.Text;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plumbline.Policy.Diagnostics;
using Plumbline.Reporting.Findings;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Reporting.Findings;

public sealed class SarifWriterTests
{
    [Fact]
    public async Task Report_is_valid_for_the_published_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(RepositoryFiles.Read("tests/resources/schemas/sarif-2.1.0.json").Text);

        Assert.Empty(schema.Validate(Write(FindingSample.Report)));
        Assert.NotEmpty(schema.Validate(Write(FindingSample.Report).Replace("\"startLine\": 3", "\"startLine\": 0", StringComparison.Ordinal)));
    }

    [Fact]
    public void Result_has_rule_place_and_encoded_file()
    {
        var result = Results(FindingSample.Report)[0];

        Assert.Equal("with-everything", (string?)result["ruleId"]);
        Assert.Equal(1, (int?)result["ruleIndex"]);
        Assert.Equal("a%20folder/%C3%A4%2Cb%3Ac.json", (string?)result.SelectToken("locations[0].physicalLocation.artifactLocation.uri"));
        Assert.Equal("""{"startLine":3,"startColumn":7,"endColumn":12}""", result.SelectToken("locations[0].physicalLocation.region")?.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("$.properties.mode", (string?)result.SelectToken("locations[0].logicalLocations[0].fullyQualifiedName"));
    }

    [Fact]
    public void Finding_without_a_place_is_on_the_first_line() =>
        Assert.Equal(1, (int?)Results(FindingSample.Report)[1].SelectToken("locations[0].physicalLocation.region.startLine"));

    [Fact]
    public void Suppressed_finding_is_left_out() => Assert.Equal(3, Results(FindingSample.Report).Count);

    [Fact]
    public void Fingerprint_stays_when_lines_move()
    {
        var first = FindingSample.Report.Findings[0];
        var moved = first with { Location = first.Location with { Span = new TextSpan(40, 2, 5) } };
        var elsewhere = first with { Location = first.Location with { Path = "$.properties.parameters" } };

        var results = Results(FindingSample.Report with { Findings = [first, moved, elsewhere] });
        string? Fingerprint(int index) => (string?)results[index]?["partialFingerprints"]?["plumbline/v1"];

        Assert.Equal(Fingerprint(0), Fingerprint(1));
        Assert.NotEqual(Fingerprint(0), Fingerprint(2));
    }

    [Fact]
    public void More_results_than_code_scanning_takes_are_counted()
    {
        var finding = FindingSample.Report.Findings[1];
        var many = Enumerable.Repeat(finding, SarifWriter.MaximumResults + 6).Append(finding with { Level = FindingLevel.Error, Message = "the worst" }).ToImmutableArray();

        var run = JObject.Parse(Write(FindingSample.Report with { Findings = many }))["runs"]?[0];

        Assert.Equal(SarifWriter.MaximumResults, run?["results"]?.Count());
        Assert.Equal("the worst", (string?)run?.SelectToken("results[0].message.text"));
        Assert.StartsWith("7 more findings", (string?)run?.SelectToken("invocations[0].toolExecutionNotifications[0].message.text"), StringComparison.Ordinal);
    }

    private static JArray Results(FindingReport report) => (JArray?)JObject.Parse(Write(report)).SelectToken("runs[0].results") ?? [];

    private static string Write(FindingReport report)
    {
        using var stream = new MemoryStream();
        SarifWriter.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
