using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Generation.Shapes;

namespace Plumbline.Cli.Operating;

/// <summary>What a file of attestations looks like.</summary>
internal static class AttestationShapes
{
    private static readonly ObjectShape Evidence = new(
        "an evidence",
        "Where somebody can check the attestation.",
        [
            KeyShape.Required("description", new TextShape("What is to be seen there.") { MaximumLength = 1024 }),
            KeyShape.Required("uri", new TextShape("Where.") { Pattern = new TextPattern("^https?://[^\\s]+$", "an address that starts with https://") }),
        ]);

    /// <summary>An attestation.</summary>
    public static ObjectShape Attestation { get; } = new(
        "an attestation",
        "What somebody says about the compliance with a manual policy.",
        [
            KeyShape.Required("name", new TextShape("The name, unique in the file.") { Pattern = TextPatterns.ResourceName, MaximumLength = 64 }),
            .. Targets,
            KeyShape.Optional("assignment", new TextShape("Only in this assignment: its name or id.")),
            KeyShape.Optional("scope", new TextShape("What is attested: a subscription, resource group or resource.") { Pattern = TextPatterns.ResourceId }),
            KeyShape.Optional("scopes", new ListShape("What is attested.", new TextShape("A scope.") { Pattern = TextPatterns.ResourceId })),
            KeyShape.Required("state", new TextShape("The compliance state.") { AllowedValues = ["Compliant", "NonCompliant", "Unknown"] }),
            KeyShape.Optional("expiresOn", new TextShape("When the policy's default state counts again: a date, meaning its end in UTC, or an instant. Compliant needs it.") { Pattern = TextPatterns.DateOrInstant }),
            KeyShape.Required("owner", new TextShape("Who answers for it.") { MaximumLength = 128 }),
            KeyShape.Optional("comments", new TextShape("More for people.") { MaximumLength = 2048 }),
            KeyShape.Optional("evidence", new ListShape("Where it can be checked. Compliant needs it.", Evidence)),
            KeyShape.Optional("assessmentDate", new TextShape("When it was assessed: a date or an instant.") { Pattern = TextPatterns.DateOrInstant }),
            KeyShape.Optional("metadata", new AnyMappingShape("Anything else.")),
        ])
    { ExactlyOneOf = ["policy", "control", "reference"], AtMostOneOf = ["scope", "scopes"] };

    /// <summary>The file.</summary>
    public static ObjectShape File { get; } = new(
        "the attestation file",
        "Attestations of an environment.",
        [KeyShape.Required("attestations", new ListShape("The attestations.", Attestation) { MayBeEmpty = true })]);

    private static ImmutableArray<KeyShape> Targets =>
    [
        KeyShape.Optional("policy", new TextShape("The manual policy, by the name or id of its definition.")),
        KeyShape.Optional("control", new TextShape("All manual policies of a control, such as NS-1.")),
        KeyShape.Optional("reference", new TextShape("A manual policy, by its reference id in the initiative.")),
    ];
}
