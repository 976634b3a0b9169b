using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Remediations;

/// <summary>
/// Finds what there is to remediate. Resources are evaluated as they are now, in either discovery mode: Azure looks at the records of the last evaluation in
/// <c>ExistingNonCompliant</c>, which may be a day old.
/// </summary>
internal sealed class RemediationTargets(PreparedPolicies policies)
{
    /// <summary>The resources that a remediation is about, in the order of their ids.</summary>
    public ImmutableArray<StoredResource> Find(ArmState state, ResourceId remediation, RemediationRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        if (remediation.Parent is not { } scope) return [];
        var verdicts = new AssignmentVerdicts(policies, state, now, apiVersion: null);
        var found = ImmutableArray.CreateBuilder<StoredResource>();
        foreach (var resource in Candidates(state, scope, request))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Record(verdicts, resource, request) is null) continue;
            found.Add(resource);
            if (found.Count == request.ResourceCount) break;
        }

        return found.ToImmutable();
    }

    /// <summary>The record of a resource that does not comply; null when it does, is exempt, or the policy does not reach it.</summary>
    public AssignmentRecord? Find(ArmState state, StoredResource resource, RemediationRequest request, DateTimeOffset now) =>
        Record(new AssignmentVerdicts(policies, state, now, apiVersion: null), resource, request);

    private static AssignmentRecord? Record(AssignmentVerdicts verdicts, StoredResource resource, RemediationRequest request) => verdicts.Of(request.AssignmentId, resource)
        .FirstOrDefault(record => record is { State: ComplianceState.NonCompliant, Effect: EffectNames.DeployIfNotExists or EffectNames.Modify }
            && (request.ReferenceId is null || string.Equals(record.Policy.ReferenceId, request.ReferenceId, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<StoredResource> Candidates(ArmState state, ResourceId scope, RemediationRequest request)
    {
        var resources = request.ResourceIds.IsEmpty
            ? state.Within(scope)
            : request.ResourceIds.Select(state.Find).OfType<StoredResource>().DistinctBy(resource => resource.Id).OrderBy(resource => resource.Id);
        return resources.Where(resource => EvaluatedTypes.Include(resource.Id) && IsAt(resource, request.Locations));
    }

    private static bool IsAt(StoredResource resource, ImmutableArray<string> locations) =>
        locations.IsEmpty || locations.Any(location => string.Equals(Plain(location), Plain(resource.Body.Text("location") ?? ""), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string location) => location.Replace(" ", "", StringComparison.Ordinal);
}
