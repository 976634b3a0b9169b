using System.Runtime.CompilerServices;
using NJsonSchema;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Generation.Shapes;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Configuration;

public sealed class EditorSchemaTests
{
    private const string Exemption = "exemptions: [{ name: a, control: NS-1, scope: /subscriptions/00000000-0000-0000-0000-000000000001, category: Waiver, expiresOn: 2027-01-31, owner: o, ticket: t }]";

    [Fact]
    public void Committed_schemas_are_what_the_reader_checks_with()
    {
        Assert.Equal(ConfigurationShapes.Schema, Workspace.Read("generator/catalog/plumbline.schema.json")?.Text);
        Assert.Equal(ExemptionShapes.Schema, Workspace.Read("generator/catalog/exemptions.schema.json")?.Text);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("cloud: government", "cloud: moon", false)]
    [InlineData("cloud: government", "clout: government", false)]
    [InlineData("tenant: 7D3F0B1C-52a4-4e6e-8c19-2b6f4d8a9e05", "tenant: contoso", false)]
    [InlineData("    ring: canary\n    rings:", "    rings:", true)]
    [InlineData("        policy: /prov", "        initiative: x\n        policy: /prov", false)]
    [InlineData("        policy: /prov", "        policies: /prov", false)]
    [InlineData("location: northeurope", "scopes: [/subscriptions/00000000-0000-0000-0000-000000000001]", false)]
    [InlineData("maxDeletes: 5", "maxDeletes: -5", false)]
    [InlineData("maxDeletes: 5", "maxDeletes: many", false)]
    [InlineData("minCompliance: 99.5", "minCompliance: 100", true)]
    [InlineData("minCompliance: 99.5", "minCompliance: 100.5", false)]
    [InlineData("soak: 7d", "soak: 7y", false)]
    [InlineData("effect: Disabled", "effects: Disabled", false)]
    [InlineData("{ control: NS-1, effect: deny }", "{ control: NS-1, reference: a, effect: deny }", false)]
    [InlineData("{ control: NS-1, text: Use", "{ control: NS-1, policy: a, text: Use", false)]
    [InlineData("in: [westeurope]", "in: [a], notIn: [b]", false)]
    [InlineData("in: [westeurope]", "in: []", false)]
    [InlineData("      - exemptions/production\n", "", true)]
    [InlineData("category: Waiver", "category: waiver", false)]
    [InlineData("expiresOn: 2027-01-31", "expiresOn: 31.1.2027", false)]
    [InlineData("expiresOn: 2027-01-31", "expiresOn: 2027-01-31T12:00:00+02:00", true)]
    public Task Schema_and_reader_accept_the_same_configurations(string text, string replacement, bool accepted) =>
        Agree(ConfigurationShapes.Root, ConfigurationShapes.Schema, text.Length == 0 ? ConfigurationText.Full : ConfigurationText.Full.Replace(text, replacement, StringComparison.Ordinal), accepted);

    [Theory]
    [InlineData("", "", true)]
    [InlineData("owner: o, ", "", false)]
    [InlineData("control: NS-1, ", "", false)]
    [InlineData("control: NS-1", "control: NS-1, policy: p", false)]
    [InlineData("name: a,", "name: a/b,", false)]
    [InlineData("exemptions: ", "exemption: ", false)]
    public Task Schema_and_reader_accept_the_same_exemption_files(string text, string replacement, bool accepted) =>
        Agree(ExemptionShapes.File, ExemptionShapes.Schema, text.Length == 0 ? Exemption : Exemption.Replace(text, replacement, StringComparison.Ordinal), accepted);

    private static Workspace Workspace => Workspace.Find(SourceFolder()) ?? throw new InvalidOperationException("The tests do not run in a checkout.");

    private static async Task Agree(ObjectShape shape, string schema, string text, bool accepted)
    {
        var root = YamlReader.Read(new SourceText("file.yaml", text)).Root ?? throw new InvalidOperationException("not YAML");
        var validator = await ValidatorOf(schema);

        Assert.Equal((accepted, accepted), (ShapeChecker.Check(root, shape).IsEmpty, validator.Validate(YamlJson.ToToken(root)).Count == 0));
    }

    // The validator knows definitions under their older name only.
    private static async Task<JsonSchema> ValidatorOf(string schema) => await JsonSchema.FromJsonAsync(schema.Replace("$defs", "definitions", StringComparison.Ordinal));

    private static string SourceFolder([CallerFilePath] string sourceFile = "") => Path.GetDirectoryName(sourceFile) ?? ".";
}
