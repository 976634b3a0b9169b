using System.Text.Json;
using Plumbline.Reporting;
using Plumbline.Reporting.Writers;
using static Plumbline.UnitTests.Reporting.ReportSample;

namespace Plumbline.UnitTests.Reporting.Writers;

public sealed class JsonReportWriterTests
{
    [Fact]
    public void Every_control_and_feature_has_its_status_and_outcome()
    {
        var json = Write(Build([Control("NS-1", PolicyOf("p")), Control("DP-4", FeatureOutcome.Platform), Control("PA-8", FeatureOutcome.NotSupported)], Row("p", "app", "Compliant")));
        Assert.Equal(
            ["NS-1 pass policies", "DP-4 platform platform", "PA-8 not-supported not-supported"],
            json.GetProperty("controls").EnumerateArray().Select(control =>
                $"{control.GetProperty("id")} {control.GetProperty("status")} {control.GetProperty("features")[0].GetProperty("outcome")}"));
    }

    [Fact]
    public void Percentage_has_one_decimal_its_counts_and_its_formula()
    {
        var json = Write(Build([Control("NS-1", PolicyOf("p"))], [.. Rows("p", 85, "Compliant"), .. Rows("p", 15, "NonCompliant")]));
        Assert.Equal(
            """{"percent":85.0,"numerator":85,"denominator":100,"formula":"compliant / (compliant + non-compliant + conflict + error)"}""",
            JsonSerializer.Serialize(json.GetProperty("summary").GetProperty("strict"), Relaxed));
    }

    [Fact]
    public void Percentage_of_nothing_is_null()
    {
        var azure = Write(Build([Control("NS-1", PolicyOf("p"))])).GetProperty("controls")[0].GetProperty("azure");
        Assert.Equal(JsonValueKind.Null, azure.GetProperty("percent").ValueKind);
        Assert.Equal(0, azure.GetProperty("denominator").GetInt32());
    }

    [Fact]
    public void Finding_carries_the_word_that_is_not_known()
    {
        var finding = Write(Build([Control("NS-1", PolicyOf("p"))], Row("p", "app", "Deferred"))).GetProperty("controls")[0].GetProperty("features")[0].GetProperty("policies")[0].GetProperty("findings")[0];
        Assert.Equal("other:Deferred", finding.GetProperty("state").GetString());
    }

    [Fact]
    public void Document_begins_with_its_schema_and_ends_with_a_line_end()
    {
        var json = new JsonReportWriter().Write(Build([]));
        Assert.StartsWith("{\n  \"schema\": \"plumbline.compliance/v1\",\n", json, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", json, StringComparison.Ordinal);
        Assert.Equal(-1, json.IndexOf('\r'));
    }

    [Fact]
    public void Top_level_properties_keep_their_order() => Assert.Equal(
        ["schema", "run", "baseline", "summary", "controls", "notApplicable", "otherPolicies", "diagnostics"],
        Write(Build([])).EnumerateObject().Select(property => property.Name));

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonElement Write(ComplianceReport report)
    {
        using var document = JsonDocument.Parse(new JsonReportWriter().Write(report));
        return document.RootElement.Clone();
    }
}
