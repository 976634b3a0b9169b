using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>Makes the desired state out of declarations and documents, and finds what ARM would refuse before anything is sent.</summary>
internal static class DesiredStateBuilder
{
    /// <summary>The state and everything that is wrong with it.</summary>
    public static (DesiredState State, ImmutableArray<Diagnostic> Diagnostics) Build(DeploymentEnvironment environment, PolicyDocuments documents, LiveState live)
    {
        var wanted = new DesiredDocuments(environment, documents, live);
        var world = new PolicyWorld(wanted, documents, live);
        var (assignments, problems) = new DesiredAssignments(environment, live, wanted, world).Make();
        ImmutableArray<Diagnostic> diagnostics =
        [
            .. DocumentCheck.Check(environment, documents, wanted),
            .. problems,
            .. assignments.SelectMany(AssignmentCheck.MissingIdentity),
            .. Moved(documents, live),
        ];
        return (new(environment, wanted, assignments, world), diagnostics);
    }

    private static IEnumerable<Diagnostic> Moved(PolicyDocuments documents, LiveState live) =>
        from copy in documents.BuiltIns
        from there in live.BuiltIns.Where(one => string.Equals(one.Id, copy.Id, StringComparison.OrdinalIgnoreCase)).Take(1)
        let before = Version(copy.Properties)
        let after = Version(there.Properties)
        where before is not null && after is not null && before != after
        select DiagnosticCatalog.BuiltInMoved(copy.At, copy.Id, $"version {before}", $"version {after}");

    private static string? Version(ObjectValue properties) =>
        (properties["version"] as TextValue ?? (properties["metadata"] as ObjectValue)?["version"] as TextValue)?.Value;
}
