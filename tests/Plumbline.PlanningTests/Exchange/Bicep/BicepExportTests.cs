using System.Text.Json;
using Plumbline.Exchange.Bicep;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.PlanningTests.Deployment;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Exchange.Bicep;

public sealed class BicepExportTests
{
    private static readonly PolicyDocuments Documents = Checkout.Documents with { Definitions = [.. Checkout.Documents.Definitions, Estate.Modifying("tagging")] };

    [Fact]
    public void Export_at_a_subscription_compiles_without_a_remark()
    {
        using var folder = BicepFolder.Of(Estate.Planned(Environment(), Documents));

        Assert.Equal([], folder.Build().Remarks.Split((char)10, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Export_at_a_management_group_compiles_without_a_remark()
    {
        var environment = ExchangeEstate.Production(ExchangeEstate.Group);
        environment = environment with { Assignments = [environment.Assignments[0] with { Scopes = [ExchangeEstate.Group, Estate.Subscription] }] };

        environment = environment with { Exemptions = [environment.Exemptions[0] with { Scopes = [Estate.Subscription + "/resourceGroups/legacy", Estate.Subscription + "/resourceGroups/legacy_"] }] };
        var export = BicepExporter.Export(Estate.Planned(environment, Documents));

        using var folder = BicepFolder.Of([.. export.Files]);

        // The exemptions wait for the module of the subscription's assignment.
        var main = export.Files.Single(file => file.Path == "main.bicep").Text;
        Assert.Contains("at11111111222233334444555555555555Subscription.outputs.", main, StringComparison.Ordinal);
        Assert.Equal([], folder.Build().Remarks.Split((char)10, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Deployed_export_is_what_applying_makes_and_the_plan_after_it_is_empty()
    {
        await using var deployed = await CrashEstate.StartAsync();
        await using var applied = await CrashEstate.StartAsync();
        using var folder = BicepFolder.Of(Estate.Planned(Environment(), Documents));

        Assert.Equal("Succeeded", await deployed.DeployAsync(folder.Build().Template));
        Assert.True((await applied.ApplyAsync(await applied.PlanAsync(Environment(), Documents), [])).IsComplete);

        var (left, right) = (await deployed.ReadAsync(Environment(), Documents), await applied.ReadAsync(Environment(), Documents));
        Assert.Equal(Lines(right), Lines(left));
        Assert.Empty(Estate.Planned(Environment(), Documents, left).Operations);
    }

    [Fact]
    public void Every_text_survives_the_compiler()
    {
        var random = new Random(4711);
        string[] texts =
        [
            "", "'", "''", "\\", "${x}", "$", "$${", "\\${a}", "[parameters('x')]", "[[x", "]", "\n", "\r\n", "\t", "\u0001", "\u007f", "é", "漢字", "😀", "// no comment", "/* nor this */", "@sys", "{", "'''", "#disable-next-line x",
            .. Enumerable.Range(0, 200).Select(_ => new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => "a'\\${}[]\n\r\t\"é @#/*"[random.Next(18)])])),
        ];
        var literal = BicepLiteral.Of(new ArrayValue([.. texts.Select(text => new TextValue(text))]), 0, _ => null);
        using var folder = BicepFolder.Of(new ExchangeFile("main.bicep", $"output texts array = {literal}\n"));

        var (template, _) = folder.Build();

        using var document = JsonDocument.Parse(template);
        var compiled = document.RootElement.GetProperty("outputs").GetProperty("texts").GetProperty("value").EnumerateArray().Select(value => value.GetString() ?? "");
        Assert.Equal(texts, compiled.Select(text => text.StartsWith("[[", StringComparison.Ordinal) && text.EndsWith(']') ? text[1..] : text));
    }

    [Fact]
    public void Object_at_a_resource_is_told_to_be_left_out()
    {
        var environment = Environment();
        var at = Estate.Subscription + "/resourceGroups/legacy/providers/Microsoft.App/containerApps/web";

        var export = BicepExporter.Export(Estate.Planned(environment with { Exemptions = [environment.Exemptions[0] with { Scopes = [at] }] }, Documents));

        Assert.Equal(["PLB7001"], export.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static DeploymentEnvironment Environment()
    {
        var production = ExchangeEstate.Production();
        return production with
        {
            Assignments = [.. production.Assignments, Estate.Assignment("tagging", "tagging", ArmObjectKind.PolicyDefinition) with { Identity = new IdentityDeclaration(null, "westeurope") }],
        };
    }

    private static string[] Lines(LiveState live) =>
    [
        .. live.Objects.Select(one => one.Kind == ArmObjectKind.RoleAssignment
            ? $"role {(one.Properties["roleDefinitionId"] as TextValue)?.Value} {one.Scope} {(one.Properties["description"] as TextValue)?.Value}"
            : $"{one.Id.ToLowerInvariant()} {ObjectComparison.ContentDigest(one.Kind, one.Document)}").Order(StringComparer.Ordinal),
    ];
}
