using Plumbline.Generation.Shapes;

namespace Plumbline.Cli.Configuration;

/// <summary>What an assignment of an environment looks like.</summary>
internal static class AssignmentShapes
{
    /// <summary>An enforcement mode.</summary>
    public static TextShape EnforcementMode { get; } = new("Default enforces; DoNotEnforce only evaluates; Enroll enforces where a resource is enrolled.") { AllowedValues = ["Default", "DoNotEnforce", "Enroll"] };

    /// <summary>Other effects.</summary>
    public static ListShape Effects { get; } = new("Other effects for some policies; the last one that chooses a policy counts.", Choosing(
        "an effect", "Another effect for some policies.", KeyShape.Required("effect", new TextShape("The effect, such as Deny."))))
    { MayBeEmpty = true };

    /// <summary>Selectors of resources.</summary>
    public static ListShape ResourceSelectors { get; } = new("Which resources are meant; several selectors are alternatives.", ResourceSelector()) { MayBeEmpty = true };

    /// <summary>An assignment.</summary>
    public static ObjectShape Assignment { get; } = new(
        "an assignment",
        "The assignment of an initiative or policy at one scope or several.",
        [
            KeyShape.Required("name", new TextShape("The resource name of the assignment.") { Pattern = TextPatterns.ResourceName, MaximumLength = 64 }),
            KeyShape.Optional("initiative", new TextShape("The name of an initiative in the folder initiative, or the id of a built-in one.")),
            KeyShape.Optional("policy", new TextShape("The name of a definition in the folder definitions, or the id of a built-in one.")),
            KeyShape.Optional("scope", Scope("Where it is assigned; the definition scope when left out.")),
            KeyShape.Optional("scopes", new ListShape("Where it is assigned.", Scope("A scope."))),
            KeyShape.Optional("notScopes", new ListShape("Scopes below that are left out.", Scope("A scope below those of the assignment.")) { MayBeEmpty = true }),
            KeyShape.Optional("displayName", new TextShape("What the portal shows.") { MaximumLength = 128 }),
            KeyShape.Optional("description", new TextShape("More for people.") { MaximumLength = 512 }),
            KeyShape.Optional("enforcementMode", EnforcementMode),
            KeyShape.Optional("definitionVersion", new TextShape("The pinned version of a built-in.") { Pattern = TextPatterns.DefinitionVersion }),
            KeyShape.Optional("parameters", new NamedValuesShape("Values of parameters, by name.", new AnyShape("A value of the parameter's type."))),
            KeyShape.Optional("effects", Effects),
            KeyShape.Optional("exclusions", new ListShape("Policies that are switched off here.", Choosing("an exclusion", "Policies that are switched off.", KeyShape.Required("reason", new TextShape("Why.")))) { MayBeEmpty = true }),
            KeyShape.Optional("location", new TextShape("The region of the assignment's identity, such as westeurope.")),
            KeyShape.Optional("identity", Identity()),
            KeyShape.Optional("roles", new ListShape("Roles the identity gets beside those its policies need.", Role()) { MayBeEmpty = true }),
            KeyShape.Optional("resourceSelectors", ResourceSelectors),
            KeyShape.Optional("messages", new ListShape("What people are told of a violation.", Message()) { MayBeEmpty = true }),
        ])
    { ExactlyOneOf = ["initiative", "policy"], AtMostOneOf = ["scope", "scopes"] };

    /// <summary>A scope.</summary>
    public static TextShape Scope(string description) => new(description) { Pattern = TextPatterns.ResourceId };

    private static ObjectShape Choosing(string name, string description, KeyShape more) =>
        new(name, description, [.. Choices(), more]) { ExactlyOneOf = ["control", "policy", "reference"] };

    private static ObjectShape Message() =>
        new("a message", "A message, for some policies or for all that have none of their own.", [.. Choices(), KeyShape.Required("text", new TextShape("The message."))])
        {
            AtMostOneOf = ["control", "policy", "reference"],
        };

    private static KeyShape[] Choices() =>
    [
        KeyShape.Optional("control", new TextShape("All policies of a control, such as NS-1.")),
        KeyShape.Optional("policy", new TextShape("The policies that refer to a definition: its name or id.")),
        KeyShape.Optional("reference", new TextShape("One policy, by its reference id in the initiative.")),
    ];

    private static ObjectShape Identity() => new(
        "an identity",
        "What modify and deployIfNotExists act with.",
        [
            KeyShape.Optional("type", new TextShape("SystemAssigned, or UserAssigned, which needs 'id'.") { AllowedValues = ["SystemAssigned", "UserAssigned"] }),
            KeyShape.Optional("id", new TextShape("The resource id of the user-assigned identity.") { Pattern = TextPatterns.ResourceId }),
            KeyShape.Optional("principalId", new TextShape("The object id of the user-assigned identity's principal; without it its roles are managed elsewhere.") { Pattern = TextPatterns.Guid }, needs: "id"),
            KeyShape.Optional("location", new TextShape("The region of the assignment; its 'location' when left out.")),
        ]);

    private static ObjectShape Role() => new(
        "a role",
        "A role of the identity.",
        [
            KeyShape.Required("role", new TextShape("The name of a well-known role, or the id of a role definition.")),
            KeyShape.Required("scope", Scope("Where the identity has it.")),
        ]);

    private static ObjectShape ResourceSelector() => new(
        "a resource selector",
        "Resources that all its selectors choose.",
        [
            KeyShape.Required("name", new TextShape("The name, unique among the selectors.")),
            KeyShape.Required("selectors", new ListShape("What the resources have.", Selector())),
        ]);

    private static ObjectShape Selector() => new(
        "a selector",
        "A property of resources and its values.",
        [
            KeyShape.Required("kind", new TextShape("The property.") { AllowedValues = ["resourceLocation", "resourceType", "resourceWithoutLocation"] }),
            KeyShape.Optional("in", new ListShape("The values that are chosen.", new TextShape("A value."))),
            KeyShape.Optional("notIn", new ListShape("The values that are not chosen.", new TextShape("A value."))),
        ])
    { ExactlyOneOf = ["in", "notIn"] };
}
