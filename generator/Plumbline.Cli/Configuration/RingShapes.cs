using Plumbline.Generation.Shapes;

namespace Plumbline.Cli.Configuration;

/// <summary>What a ring of a rollout looks like.</summary>
internal static class RingShapes
{
    private const long Maximum = 1_000_000_000;

    /// <summary>A ring.</summary>
    public static ObjectShape Ring { get; } = new(
        "a ring",
        "A step of a rollout: how assignments differ from their declaration while it is the current one.",
        [
            KeyShape.Required("name", new TextShape("The name.")),
            KeyShape.Optional("locations", new ListShape("Regions that the assignments are narrowed to.", new TextShape("A region, such as westeurope."))),
            KeyShape.Optional("resourceSelectors", AssignmentShapes.ResourceSelectors),
            KeyShape.Optional("effects", AssignmentShapes.Effects),
            KeyShape.Optional("enforcementMode", AssignmentShapes.EnforcementMode),
            KeyShape.Optional("assignments", new ListShape("The assignments it is about; all when left out.", new TextShape("The name of an assignment."))),
            KeyShape.Optional("gate", Gate()),
        ]);

    private static ObjectShape Gate() => new(
        "a gate",
        "What has to hold before the next ring follows.",
        [
            KeyShape.Optional("maxNonCompliant", new IntegerShape("How many resources may be non-compliant.", 0, Maximum)),
            KeyShape.Optional("maxDenied", new IntegerShape("How many resources that exist would be denied at their next write.", 0, Maximum)),
            KeyShape.Optional("minCompliance", new NumberShape("The least compliance in percent.", 0, 100)),
            KeyShape.Optional("soak", new TextShape("How long the ring has to have been current.") { Pattern = TextPatterns.Duration }),
        ]);
}
