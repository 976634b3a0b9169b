using Plumbline.Generation.Shapes;
using Plumbline.Policy.Json;

namespace Plumbline.Cli.Configuration;

/// <summary>What exemptions look like: in files of their own, and in <c>plumbline.yaml</c>.</summary>
internal static class ExemptionShapes
{
    /// <summary>An exemption.</summary>
    public static ObjectShape Exemption { get; } = new(
        "an exemption",
        "Resources that some policies do not count for, until a date.",
        [
            KeyShape.Required("name", new TextShape("The resource name, unique in the environment.") { Pattern = TextPatterns.ResourceName, MaximumLength = 64 }),
            KeyShape.Optional("control", new TextShape("Exempts from the policies of a control, such as NS-1.")),
            KeyShape.Optional("policy", new TextShape("Exempts from a definition wherever it is assigned: its name or id.")),
            KeyShape.Optional("initiative", new TextShape("Exempts from an initiative wherever it is assigned: its name or id.")),
            KeyShape.Optional("assignment", new TextShape("Exempts from one assignment: its name or id.")),
            KeyShape.Optional("referenceIds", new ListShape("Limits it to some policies of the initiative or assignment, by reference id.", new TextShape("A reference id."))),
            KeyShape.Optional("scope", AssignmentShapes.Scope("What is exempt: a management group, subscription, resource group or resource.")),
            KeyShape.Optional("scopes", new ListShape("What is exempt.", AssignmentShapes.Scope("A scope."))),
            KeyShape.Required("category", new TextShape("Waiver (the risk is accepted) or Mitigated (by another way).") { AllowedValues = ["Waiver", "Mitigated"] }),
            KeyShape.Required("expiresOn", new TextShape("When it ends: a date, meaning its end in UTC, or an instant.") { Pattern = TextPatterns.DateOrInstant }),
            KeyShape.Required("owner", new TextShape("Who answers for it.")),
            KeyShape.Required("ticket", new TextShape("Where it was approved.")),
            KeyShape.Optional("displayName", new TextShape("What the portal shows.") { MaximumLength = 128 }),
            KeyShape.Optional("description", new TextShape("Why.") { MaximumLength = 512 }),
            KeyShape.Optional("resourceSelectors", AssignmentShapes.ResourceSelectors),
        ])
    { ExactlyOneOf = ["control", "policy", "initiative", "assignment"], AtMostOneOf = ["scope", "scopes"] };

    /// <summary>The path of a file or folder, or an exemption.</summary>
    public static ShortFormShape PathOrExemption { get; } = new(
        "An exemption, or the path of a file (.yaml, .json, .csv) or folder of them.", new TextShape("A path from the root of the checkout."), Exemption);

    /// <summary>A file of exemptions.</summary>
    public static ObjectShape File { get; } = new(
        "the exemption file",
        "Exemptions of an environment.",
        [KeyShape.Required("exemptions", new ListShape("The exemptions.", Exemption) { MayBeEmpty = true })]);

    /// <summary>The text of <c>exemptions.schema.json</c>.</summary>
    public static string Schema => CanonicalJsonWriter.Write(JsonSchemaWriter.Write(File, "Plumbline exemptions"));
}
