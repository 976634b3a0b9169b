using Plumbline.Generation.Shapes;

namespace Plumbline.Cli.Configuration;

/// <summary>What an environment of <c>plumbline.yaml</c> looks like.</summary>
internal static class EnvironmentShapes
{
    /// <summary>The id of the owner, which stands at the top of the file too.</summary>
    public static TextShape OwnerId { get; } = new("A GUID of your own. Every object that Plumbline deploys is marked with it; it never changes or deletes what has no such mark.") { Pattern = TextPatterns.Guid };

    /// <summary>An environment.</summary>
    public static ObjectShape Environment { get; } = new(
        "an environment",
        "A place policies are deployed to, and everything that is to be there.",
        [
            KeyShape.Optional("cloud", new TextShape("The Azure cloud; public when left out. 'local' is an endpoint on this machine; 'local' and 'custom' need 'endpoint'.") { AllowedValues = ["public", "government", "china", "local", "custom"] }),
            KeyShape.Optional("endpoint", new TextShape("The Azure Resource Manager endpoint of a local or custom cloud.") { Pattern = TextPatterns.HttpsUrl }, needs: "cloud"),
            KeyShape.Optional("tenant", new TextShape("The id of the tenant; the credential's own when left out.") { Pattern = TextPatterns.Guid }),
            KeyShape.Optional("ownerId", OwnerId),
            KeyShape.Required("definitionScope", new TextShape("The subscription or management group that holds definitions and initiatives.") { Pattern = TextPatterns.ResourceId }),
            KeyShape.Optional("guards", Guards()),
            KeyShape.Required("assignments", new ListShape("What is assigned.", AssignmentShapes.Assignment) { MayBeEmpty = true }),
            KeyShape.Optional("exemptions", new OneOrMoreShape("What is exempt: exemptions, or paths of files or folders that hold them.", ExemptionShapes.PathOrExemption)),
            KeyShape.Optional("ring", new TextShape("The ring that is rolled out now; the first one when left out."), needs: "rings"),
            KeyShape.Optional("rings", new ListShape("The steps of a rollout, the first the smallest.", RingShapes.Ring)),
        ]);

    private static ObjectShape Guards() => new(
        "guards",
        "What a plan may not do.",
        [
            KeyShape.Optional("maxDeletes", new IntegerShape("How many objects a plan may delete; 10 when left out.", 0, 100_000)),
            KeyShape.Optional("protect", new ListShape("Names or ids of objects that are never deleted.", new TextShape("A name or id; * stands for any text.")) { MayBeEmpty = true }),
            KeyShape.Optional("privilegedRoles", new ListShape("Privileged roles that identities may get; none when left out.", new TextShape("The name of a privileged role, or the id of any role.")) { MayBeEmpty = true }),
            KeyShape.Optional("versionBump", new TextShape("Whether a definition or initiative that changes has to have a higher version: 'required', or 'warn', which is meant when left out.") { AllowedValues = ["required", "warn"] }),
        ]);
}
