using Plumbline.Policy.Assignments;
using Plumbline.Policy.Syntax;

namespace Plumbline.Planning.Operate;

/// <summary>
/// Tells states of the last evaluation from older ones. The end of an evaluation does not mean that all states are visible (Azure/azure-policy issue 408),
/// so each state has to tell itself: it is not older than the evaluation, and of the versions that are deployed.
/// </summary>
/// <param name="deployed">What is deployed.</param>
/// <param name="since">When the evaluation was started.</param>
public sealed class StateCurrency(DeployedPolicies deployed, DateTimeOffset since)
{
    // States are stamped to the second by some surfaces.
    private readonly DateTimeOffset start = new(since.Ticks - (since.Ticks % TimeSpan.TicksPerSecond), since.Offset);

    /// <summary>Whether a state is current.</summary>
    public bool IsCurrent(ObservedState state) => !(state.EvaluatedAt < start) && HasVersions(state);

    // Custom definitions may have no version, and then there is nothing to tell.
    private bool HasVersions(ObservedState state)
    {
        var assignment = deployed.Assignments.FirstOrDefault(one => ScopeContainment.IsSame(one.Id, state.AssignmentId));
        var member = assignment?.Members.FirstOrDefault(one => string.Equals(one.ReferenceId ?? "", state.ReferenceId, StringComparison.OrdinalIgnoreCase));
        return assignment is null || member is null
            || (Fits(state.DefinitionVersion, deployed.Library.Definitions(member.Effect.DefinitionId).Select(one => one.Version))
                && Fits(state.SetDefinitionVersion, deployed.Library.SetDefinitions(assignment.Policy.PolicyDefinitionId).Select(one => one.Version)));
    }

    private static bool Fits(string version, IEnumerable<string?> known)
    {
        var versions = known.OfType<string>().ToList();
        return DefinitionVersion.TryParse(version) is not { } seen || versions.Count == 0 || versions.Any(one => DefinitionVersion.TryParse(one) == seen);
    }
}
