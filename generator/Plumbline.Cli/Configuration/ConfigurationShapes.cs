using Plumbline.Generation.Shapes;

namespace Plumbline.Cli.Configuration;

/// <summary>What <c>plumbline.yaml</c> looks like: for the reader and for editors.</summary>
internal static class ConfigurationShapes
{
    private static readonly TextPattern Subscription = new(
        "^/subscriptions/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        "a subscription like '/subscriptions/00000000-0000-0000-0000-000000000000'");

    // The characters ARM refuses in names of policy objects, and the length it allows for assignments outside management groups.
    private static readonly TextPattern ResourceName = new("^[^<>%&:\\?/ ][^<>%&:\\?/]{0,62}[^<>%&:\\?/ ]$", "a resource name of 2 to 64 characters without < > % & : ? /");

    private static readonly TextPattern HttpsUrl = new("^https://[^/\\s]+/?$", "an https URL without a path");

    /// <summary>The whole file.</summary>
    public static ObjectShape Root { get; } = new(
        "the configuration",
        "The environments Plumbline deploys to. The environment 'local', the embedded emulator, is built in.",
        [
            KeyShape.Required("environments", new NamedValuesShape("The environments by name.", Environment())),
            KeyShape.Optional("lint", Lint()),
        ]);

    private static ObjectShape Environment() => new(
        "an environment",
        "A place the initiative is deployed to.",
        [
            KeyShape.Optional("cloud", new TextShape("The Azure cloud; public when left out. 'custom' needs 'endpoint'.") { AllowedValues = ["public", "government", "china", "custom"] }),
            KeyShape.Optional("endpoint", new TextShape("The Azure Resource Manager endpoint of a custom cloud.") { Pattern = HttpsUrl }, needs: "cloud"),
            KeyShape.Required("scope", new TextShape("The subscription that holds definitions, initiative and assignment.") { Pattern = Subscription }),
            KeyShape.Required("initiative", new TextShape("The name of the initiative to deploy: a file in the folder initiative.")),
            KeyShape.Required("assignment", Assignment()),
        ]);

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

    private static ObjectShape Assignment() => new(
        "an assignment",
        "How the initiative is assigned to the scope.",
        [
            KeyShape.Required("name", new TextShape("The resource name of the assignment.") { Pattern = ResourceName }),
            KeyShape.Required("displayName", new TextShape("What the portal shows.") { MaximumLength = 128 }),
            KeyShape.Optional("enforcementMode", new TextShape("Default enforces deny and deployIfNotExists; DoNotEnforce only evaluates.") { AllowedValues = ["Default", "DoNotEnforce"] }),
            KeyShape.Optional("parameters", new NamedValuesShape("Values for the initiative's parameters, by name.", new AnyShape("A value of the parameter's type."))),
        ]);
}
