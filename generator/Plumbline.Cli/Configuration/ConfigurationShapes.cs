using Plumbline.Generation.Shapes;
using Plumbline.Policy.Json;

namespace Plumbline.Cli.Configuration;

/// <summary>What <c>plumbline.yaml</c> looks like: for the reader and for editors.</summary>
internal static class ConfigurationShapes
{
    /// <summary>The whole file.</summary>
    public static ObjectShape Root { get; } = new(
        "the configuration",
        "The environments Plumbline deploys to. The environment 'local', the embedded emulator, is built in.",
        [
            KeyShape.Optional("ownerId", EnvironmentShapes.OwnerId),
            KeyShape.Required("environments", new NamedValuesShape("The environments by name.", EnvironmentShapes.Environment)),
            KeyShape.Optional("lint", Lint()),
        ]);

    /// <summary>The text of <c>plumbline.schema.json</c>.</summary>
    public static string Schema => CanonicalJsonWriter.Write(JsonSchemaWriter.Write(Root, "Plumbline configuration"));

    private static ObjectShape Lint() => new(
        "lint",
        "How 'plumbline lint' judges the files of this checkout.",
        [
            KeyShape.Optional("failOn", new TextShape("The least severity that makes the command fail; warning when left out.") { AllowedValues = ["informational", "warning", "error"] }),
            KeyShape.Optional("rules", new NamedValuesShape("Severities by rule, in place of the rules' own.", new TextShape("A severity, or off.") { AllowedValues = ["off", "informational", "warning", "error"] })),
            KeyShape.Optional("suppress", new ListShape("Findings that do not count.", Suppression())),
        ]);

    private static ObjectShape Suppression() => new(
        "a suppression",
        "Findings of a rule that do not count in some files.",
        [
            KeyShape.Required("rule", new TextShape("The identifier of the rule.")),
            KeyShape.Required("files", new TextShape("The path of the files from the root of the checkout; * stands for any text.")),
            KeyShape.Required("reason", new TextShape("Why the findings do not count.")),
        ]);
}
