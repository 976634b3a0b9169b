using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>What a ring would enforce, for measuring before it is reached.</summary>
public static class RingPreview
{
    /// <summary>The members that would deny in a ring, by the id of the assignment as it is deployed; an assignment that is not enforced there denies nothing.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="ring">The ring's name.</param>
    /// <param name="documents">The committed documents.</param>
    /// <param name="live">What is there.</param>
    public static ImmutableArray<(string AssignmentId, ImmutableHashSet<string> References)> Denying(DeploymentEnvironment environment, string ring, PolicyDocuments documents, LiveState live) =>
    [
        .. from assignment in DesiredStateBuilder.Build(environment with { Ring = ring, Exemptions = [] }, documents, live).State.Assignments
           let isEnforced = assignment.Object.Properties["enforcementMode"] is TextValue { Value: "Default" }
           select (assignment.Object.Id, References(assignment, isEnforced)),
    ];

    private static ImmutableHashSet<string> References(DesiredAssignment assignment, bool isEnforced) => assignment.Effects
        .Where(effect => isEnforced && effect.Effects.Contains(EffectNames.Deny))
        .Select(effect => effect.ReferenceId ?? "")
        .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}
