using System.Collections.Immutable;
using Plumbline.Generation.Shapes;
using static Plumbline.Generation.Shapes.KeyShape;

namespace Plumbline.Generation.Catalog;

/// <summary>The form of policies: built-in by reference, secure state, or raw rule.</summary>
internal static class PolicyShapes
{
    public static ChoiceShape Policy() => new("a policy", "A built-in definition by reference, a secure state, or a policy rule.",
    [
        new ShapeVariant("builtin", BuiltIn()),
        new ShapeVariant("resource", SecureState()),
        new ShapeVariant("rule", RawRule()),
    ]);

    public static TextShape Severity() => Texts.OneOf("How much a violation matters.", "high", "medium", "low");

    public static ObjectShape Parameter(string name) => new(name, "A parameter of Azure Policy.",
    [
        Required("type", Texts.OneOf("The type.", "String", "Array", "Object", "Boolean", "Integer", "Float", "DateTime")),
        Required("displayName", Texts.Plain("The name shown at assignment.")),
        Required("description", Texts.Plain("What the value does.")),
        Optional("strongType", Texts.Plain("The portal's picker, such as omsWorkspace.")),
        Optional("default", new AnyShape("The default value.")),
        Optional("allowedValues", new ListShape("The only values allowed.", new AnyShape("A value."))),
    ]);

    private static ObjectShape BuiltIn() => new("a built-in policy", "A built-in definition, by reference.",
    [
        Required("builtin", Texts.DefinitionName("The name of the built-in definition; its JSON is in catalog/builtins.")),
        Required("version", Texts.PinnedVersion("The version the initiative pins.")),
        Required("referenceId", Texts.ReferenceId("The policy definition reference id, unique in the initiative.")),
        Required("severity", Severity()),
        Required("remediation", Texts.Metadata("How to make a resource compliant.")),
        Optional("effect", Texts.Plain("The default effect, where it is not the definition's own.")),
        Optional("parameters", new NamedValuesShape("What to do about the definition's parameters.", ParameterUse())),
        Examples(),
    ]);

    private static ObjectShape ParameterUse() => new("a built-in parameter", "A parameter of a built-in definition in the initiative.",
    [
        Optional("default", new AnyShape("The default of the initiative parameter.")),
        Optional("displayName", Texts.Plain("The display name of the initiative parameter.")),
        Optional("description", Texts.Plain("The description of the initiative parameter.")),
        Optional("shared", Texts.ReferenceId("The initiative parameter that gives the value.")),
        Optional("value", new AnyShape("A constant to pass.")),
    ]);

    private static ObjectShape SecureState() => new("a secure-state policy", "A definition made from a description of the secure state.",
    [
        .. Header(),
        Required("resource", Texts.ResourceType("The resource type.")),
        Optional("when", new AnyMappingShape("Which resources are meant, as a policy condition.")),
        Optional("forEach", new OneOrMoreShape("The array alias (or several) whose members are meant.", ArrayAlias()), needs: "require"),
        Optional("where", new AnyMappingShape("Which members are meant, as a policy condition."), needs: "forEach"),
        Optional("require", new AnyMappingShape("What a secure resource (or member) satisfies, as a policy condition.")),
        Optional("whenMissing", Texts.OneOf("What a missing property means.", "violation", "compliant")),
        Optional("related", Related()),
        Optional("fix", Fix()),
    ])
    { ExactlyOneOf = ["require", "related"] };

    private static ObjectShape RawRule() => new("a raw-rule policy", "A definition with its policy rule written out.",
    [
        .. Header(),
        Optional("mode", Texts.OneOf("The mode of the definition.", "All", "Indexed")),
        Required("rule", Rule()),
    ]);

    private static ObjectShape Rule() => new("a policy rule", "The policy rule, as Azure Policy documents it.",
    [
        Required("if", new AnyMappingShape("The condition.")),
        Required("then", new ObjectShape("the then of a rule", "The effect.",
        [
            Required("effect", Texts.OneOf("The effect is always a parameter, so that it can be changed at assignment.", "[parameters('effect')]")),
            Optional("details", new AnyShape("The details of the effect.")),
        ])),
    ]);

    private static ImmutableArray<KeyShape> Header() =>
    [
        Required("name", Texts.Name("The resource name of the definition and the name of its file.")),
        Required("version", Texts.Version("The version of the definition.")),
        Required("displayName", Texts.DisplayName()),
        Required("description", Texts.Description()),
        Required("severity", Severity()),
        Required("remediation", Texts.Metadata("How to make a resource compliant.")),
        Optional("note", Texts.Plain("Why this definition is there, beside or instead of a built-in one.")),
        Optional("aliasStatus", Texts.OneOf("Whether the aliases are in a published list.", "published", "derived")),
        Optional("effects", new ListShape("The allowed effects; the first is the default.", Texts.OneOf("An effect.", EffectNames.All))),
        Optional("parameters", new NamedValuesShape("The parameters of the definition, beside 'effect'.", SharableParameter())),
        Examples(),
    ];

    private static KeyShape Examples() =>
        Optional("examples", new ListShape("Tests of the policy: resources and what it says of them. Generated documents do not depend on them.", TestShapes.Test()));

    private static ObjectShape SharableParameter()
    {
        var parameter = Parameter("a parameter");
        return parameter with { Keys = parameter.Keys.Add(Optional("shared", Texts.ReferenceId("The initiative parameter that gives the value."))) };
    }

    private static TextShape ArrayAlias() =>
        new("An array alias that ends in [*].") { Pattern = new("\\[\\*\\]$", "an array alias that ends in [*]") };

    private static ObjectShape Related() => new("a related resource", "A resource that must exist beside the evaluated one.",
    [
        Required("type", Texts.ResourceType("Its resource type.")),
        Optional("name", Texts.Plain("Its name.")),
        Optional("require", new AnyMappingShape("What it satisfies, as a policy condition.")),
    ]);

    private static ObjectShape Fix() => new("a fix", "A second definition that repairs what the first one finds; it stays out of the initiative.",
    [
        Required("name", Texts.Name("The resource name of the definition and the name of its file.")),
        Required("version", Texts.Version("The version of the definition.")),
        Optional("displayName", Texts.DisplayName()),
        Optional("description", Texts.Description()),
        Optional("modify", new AnyMappingShape("The details of the effect modify.")),
        Optional("deploy", new AnyMappingShape("The details of the effect deployIfNotExists.")),
    ])
    { ExactlyOneOf = ["modify", "deploy"] };
}
