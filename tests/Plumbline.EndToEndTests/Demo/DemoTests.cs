using System.Text.Json;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.EndToEndTests.Demo;

public sealed class DemoTests(DemoRun demo) : IClassFixture<DemoRun>
{
    [Fact]
    public void Demo_ends_without_an_error()
    {
        Assert.Equal("", demo.Error);
        Assert.Equal(0, demo.Code);
    }

    [Fact]
    public void Report_lists_every_control_and_feature_with_its_outcome()
    {
        var controls = demo.Report.GetProperty("controls").EnumerateArray().ToArray();
        var features = controls.SelectMany(control => control.GetProperty("features").EnumerateArray()).ToArray();

        Assert.Equal(22, controls.Length);
        Assert.Equal(26, features.Length);
        string[] outcomes = ["policies", "attestation", "platform", "not-supported"];
        Assert.All(features, feature => Assert.Contains(feature.GetProperty("outcome").GetString(), outcomes));
    }

    [Fact]
    public void Planted_violations_are_found_and_nothing_else()
    {
        var expected = Expected().Order(StringComparer.Ordinal).ToArray();

        var found = Findings(demo.Report).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task Plan_after_the_demo_is_empty()
    {
        var (code, output, error) = await demo.Copy.RunAsync("plan", "local", "--detailed-exitcode");

        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Equal("No changes. 29 objects are as declared.\n", output);
    }

    [Fact]
    public async Task Apply_after_the_demo_changes_nothing()
    {
        var (code, output, _) = await demo.Copy.RunAsync("apply", "local");

        Assert.Equal(0, code);
        Assert.DoesNotContain("done", output, StringComparison.Ordinal);
    }

    // expected.yaml: the reference ids that each resource (named by its file) violates.
    private static IEnumerable<string> Expected()
    {
        var folder = Path.Combine(CheckoutCopy.SourceRoot, "tests", "resources", "estate");
        var document = YamlReader.Read(new SourceText("expected.yaml", File.ReadAllText(Path.Combine(folder, "expected.yaml"))));
        return
            from entry in Assert.IsType<YamlMapping>(document.Root).Entries
            let id = IdOf(Path.Combine(folder, entry.Key.Text))
            from violation in Assert.IsType<YamlSequence>(entry.Value).Items
            select $"{id} {Assert.IsType<YamlScalar>(violation).Text}";
    }

    private static string IdOf(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.GetProperty("id").GetString()?.ToLowerInvariant() ?? "";
    }

    private static IEnumerable<string> Findings(JsonElement report) =>
        from control in report.GetProperty("controls").EnumerateArray()
        from feature in control.GetProperty("features").EnumerateArray()
        from policy in feature.GetProperty("policies").EnumerateArray()
        from finding in policy.GetProperty("findings").EnumerateArray()
        where finding.GetProperty("state").GetString() == "nonCompliant"
        select $"{finding.GetProperty("resourceId").GetString()?.ToLowerInvariant()} {policy.GetProperty("referenceId").GetString()}";
}
