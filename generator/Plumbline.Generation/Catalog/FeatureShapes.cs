using System.Collections.Immutable;
using Plumbline.Generation.Shapes;
using static Plumbline.Generation.Shapes.KeyShape;

namespace Plumbline.Generation.Catalog;

/// <summary>The form of features and their outcomes.</summary>
internal static class FeatureShapes
{
    public static ObjectShape Feature() => new("a feature", "A feature of the service, as the baseline lists it.", FeatureKeys());

    public static ObjectShape UnpublishedFeature() =>
        new("a spreadsheet-only feature", "A feature that only the mapping spreadsheet has.", FeatureKeys().Insert(0, Required("control", ControlHeader())));

    private static ImmutableArray<KeyShape> FeatureKeys() =>
    [
        Required("id", Texts.Kebab("The name in kebab case, unique in the catalog.")),
        Required("name", Texts.Plain("The name, as published.")),
        Required("description", Texts.Plain("The description, as published.")),
        Required("supported", Texts.OneOf("Whether the service supports the feature, as published.", "True", "False", "Not Applicable", "Not applicable", "Applicable")),
        Required("enabledByDefault", Texts.OneOf("Whether it is on by default, as published.", "True", "False", "Not Applicable", "Not applicable", "Applicable")),
        Required("responsibility", Texts.Plain("Who configures it, as published.")),
        Optional("featureNotes", Texts.Plain("The feature notes, as published.")),
        Required("configurationGuidance", Texts.Plain("The configuration guidance, as published.")),
        Optional("reference", Reference()),
        Required("provenance", Texts.Kebab("The id of the source whose values these are.")),
        Optional("groups", new ListShape("Further controls whose group this feature's policies join.", Texts.ControlId("The id of a control of the benchmark."))),
        Required("outcome", Outcome()),
    ];

    private static ObjectShape ControlHeader() => new("a control header", "The control of the feature in the spreadsheet.",
    [
        Required("id", Texts.ControlId("The id of the control.")),
        Required("title", Texts.Plain("The title of the control.")),
        Required("domain", Texts.Plain("The compliance domain.")),
    ]);

    private static ObjectShape Reference() => new("a reference", "Where the published page sends the reader.",
    [
        Required("title", Texts.Plain("The text of the link.")),
        Optional("url", Texts.Url("The target of the link, where it is known.")),
    ]);

    private static ObjectShape Outcome() => new("an outcome", "What is done about the feature. Exactly one key.",
    [
        Optional("policies", new ListShape("The policies that evaluate the feature.", PolicyShapes.Policy()) { MayBeEmpty = true }),
        Optional("attestation", Attestation()),
        Optional("platform", Platform()),
        Optional("notSupported", NotSupported()),
    ])
    { ExactlyOneOf = ["policies", "attestation", "platform", "notSupported"] };

    private static ObjectShape Attestation() => new("an attestation", "Somebody attests compliance: a definition with the effect manual.",
    [
        Required("name", Texts.Name("The resource name of the definition and the name of its file.")),
        Required("version", Texts.Version("The version of the definition.")),
        Required("displayName", Texts.DisplayName()),
        Required("description", Texts.Description()),
        Required("severity", PolicyShapes.Severity()),
        Required("remediation", Texts.Metadata("What to do to become compliant.")),
        Required("evidence", Texts.Metadata("What an attestor must show.")),
    ]);

    private static ObjectShape Platform() => new("a platform outcome", "The platform does it for every customer.",
    [
        Required("evidence", Texts.Plain("What Microsoft says about it.")),
        Optional("url", Texts.Url("Where Microsoft says so.")),
    ]);

    private static ObjectShape NotSupported() => new("a not-supported outcome", "Nothing can be evaluated.",
    [
        Required("reason", Texts.OneOf("Why.", "feature-unsupported", "not-applicable", "data-plane", "process-or-people")),
        Required("explanation", Texts.Plain("The reason in a sentence or two.")),
        Optional("compensating", new ListShape("Policies that help, and never count as coverage.", PolicyShapes.Policy())),
    ]);
}
