using System.Collections.Immutable;
using Plumbline.Generation.Shapes;
using static Plumbline.Generation.Shapes.KeyShape;

namespace Plumbline.Generation.Catalog;

/// <summary>The form of policy tests: of a test file, and of the examples of a policy in a catalog.</summary>
public static class TestShapes
{
    /// <summary>A whole test file.</summary>
    public static ObjectShape File { get; } = new("the test file", "Tests of one policy definition or initiative.",
    [
        Optional("policy", Texts.Plain("The definition or initiative, a JSON file relative to this file.")),
        Optional("builtIn", Texts.DefinitionName("The name of a built-in definition; its JSON is in catalog/builtins.")),
        Optional("definition", new AnyMappingShape("The definition itself.")),
        .. Setup(),
        Required("tests", new ListShape("The tests.", Test())),
        Optional("unreachable", new ListShape("Results of conditions that no resource can make decisive.", Unreachable())),
    ])
    { ExactlyOneOf = ["policy", "builtIn", "definition"] };

    /// <summary>A test.</summary>
    public static ObjectShape Test() => new("a test", "A resource, and what the policy says of it.",
    [
        Optional("name", Texts.Plain("What is tested, in words.")),
        .. Setup(),
        Optional("with", new AnyMappingShape("Paths into the resource, such as properties.ingress.external, and the values to set there.")),
        Optional("without", new OneOrMoreShape("Paths into the resource that are removed.", Texts.Plain("A path."))),
        Optional("write", Texts.OneOf("Asks as a write request: the request context is present, and the write may be denied.", "put", "patch", "delete")),
        Required("expect", new ShortFormShape("What is expected.", Compliance(), Expectation())),
    ]);

    // What a file says for all of its tests, and a test for itself.
    private static ImmutableArray<KeyShape> Setup() =>
    [
        Optional("resource", new AnyMappingShape("The resource as Azure Resource Manager returns it.")),
        Optional("file", Texts.Plain("A JSON file with the resource, or with several of which 'select' picks one.")),
        Optional("bicep", Texts.Plain("A Bicep or template file; 'select' picks one of its resources.")),
        Optional("select", Selection()),
        Optional("parameters", new AnyMappingShape("The values of the policy's parameters.")),
        Optional("related", new ListShape("The resources beside it, for the IfNotExists effects: each a resource, or a file of them.", new AnyMappingShape("A resource, or 'file'.")) { MayBeEmpty = true }),
        Optional("context", Context()),
        Optional("apiVersion", Texts.Plain("The api-version of the resource.")),
    ];

    private static ObjectShape Selection() => new("a selection", "Which of several resources is meant.",
    [
        Optional("type", Texts.Plain("Its type.")),
        Optional("name", Texts.Plain("Its name.")),
    ]);

    private static ObjectShape Context() => new("the context", "What the context functions of a rule answer.",
    [
        Optional("requestContext", new AnyMappingShape("What requestContext() answers.")),
        Optional("subscription", new AnyMappingShape("What subscription() answers.")),
        Optional("resourceGroup", new AnyMappingShape("What resourceGroup() answers.")),
        Optional("policy", new AnyMappingShape("What policy() answers.")),
        Optional("claims", new AnyMappingShape("What claims() answers.")),
        Optional("utcNow", Texts.Plain("What utcNow() answers, in ISO 8601; 2025-01-01T00:00:00Z when nothing is said.")),
    ]);

    private static ObjectShape Expectation() => new("an expectation", "What is expected; only what is written is compared.",
    [
        Optional("compliance", Compliance()),
        Optional("effect", Texts.OneOf("The effect that takes place.",
            "Audit", "Deny", "AuditIfNotExists", "DeployIfNotExists", "Modify", "Append", "DenyAction", "Manual", "none")),
        Optional("matched", new BooleanShape("Whether the rule matches.")),
        Optional("applicable", new BooleanShape("Whether the definition applies to the resource.")),
        Optional("reason", new OneOrMoreShape("The deciding conditions, or parts of them.", Texts.Plain("A deciding condition."))),
        Optional("resource", new AnyMappingShape("The resource as modify or append leave it.")),
        Optional("changes", new AnyMappingShape("Paths into the changed resource and the values there; null where nothing is.")),
        Optional("denied", new BooleanShape("Whether the write is refused.")),
        Optional("message", Texts.Plain("A part of the message of the refusal.")),
        Optional("existing", Texts.OneOf("What an IfNotExists effect finds.", "none", "unsatisfied", "satisfied")),
        Optional("policies", new NamedValuesShape("The states of an initiative's members, by reference id.", Compliance())),
    ]);

    private static TextShape Compliance() =>
        Texts.OneOf("The state.", "NonCompliant", "Compliant", "NotApplicable", "Unknown", "Protected", "Error");

    private static ObjectShape Unreachable() => new("an unreachable result", "A result of a condition that cannot be decisive.",
    [
        Required("path", Texts.Plain("The path of the condition, such as if.allOf[1].")),
        Required("direction", new BooleanShape("The result that cannot be decisive.")),
        Required("reason", Texts.Plain("Why.")),
    ]);
}
