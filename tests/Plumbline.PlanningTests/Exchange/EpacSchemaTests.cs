using NJsonSchema;
using Plumbline.Exchange.Epac;
using Plumbline.Exchange.Model;

namespace Plumbline.PlanningTests.Exchange;

public sealed class EpacSchemaTests
{
    [Theory]
    [InlineData("tree")]
    [InlineData("list")]
    [InlineData("flat")]
    public async Task Exported_files_satisfy_the_schemas(string sample) =>
        await Check(EpacExporter.Export(EpacSamples.Model(EpacSamples.Import(sample, EpacSamples.Defaults))));

    [Fact]
    public async Task Documents_of_this_checkout_satisfy_the_schemas()
    {
        var export = EpacExporter.Export(new ExchangeModel([ExchangeEstate.Production()], Checkout.Documents));
        Assert.Equal(Checkout.Documents.Definitions.Length, export.Files.Count(file => file.Path.StartsWith("policyDefinitions/", StringComparison.Ordinal)));
        await Check(export);
    }

    private static async Task Check(ExportResult export)
    {
        Assert.NotEmpty(export.Files);
        foreach (var file in export.Files.Where(file => file.Path.EndsWith(".jsonc", StringComparison.Ordinal)))
        {
            var schema = await Schema(file.Path.Split('/')[0]);
            var errors = schema.Validate(file.Text);
            Assert.Equal([], errors.Select(error => $"{file.Path}: {error}"));
        }
    }

    private static Task<JsonSchema> Schema(string folder)
    {
        var name = folder switch
        {
            "policyDefinitions" => "policy-definition",
            "policySetDefinitions" => "policy-set-definition",
            "policyAssignments" => "policy-assignment",
            "policyExemptions" => "policy-exemption",
            _ => "global-settings",
        };

        // The reader of schemas knows '#/definitions' and not the root as a target of '$ref'; both mean the same here.
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "tests", "resources", "schemas", "epac", $"{name}-schema.json"));
        return JsonSchema.FromJsonAsync(text.Replace("$defs", "definitions", StringComparison.Ordinal));
    }
}
