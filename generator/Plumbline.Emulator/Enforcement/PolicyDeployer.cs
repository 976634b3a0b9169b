using System.Collections.Immutable;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Effects;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Deploys what a resource lacks by a deployIfNotExists policy, as the identity of the assignment and with its rights.</summary>
/// <param name="deployments">Runs deployments.</param>
/// <param name="roles">Knows the rights.</param>
internal sealed class PolicyDeployer(IPolicyDeployments deployments, IRoleChecker roles)
{
    private const string DeploymentType = "Microsoft.Resources/deployments";
    private const string DeploymentAction = DeploymentType + "/write";

    /// <summary>Runs the deployment that a record calls for.</summary>
    /// <param name="state">The state in which rights are looked up.</param>
    /// <param name="record">The record of a resource that lacks something.</param>
    /// <param name="correlationId">Ties the deployment to what it belongs to.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<PolicyDeploymentOutcome> RunAsync(ArmState state, AssignmentRecord record, Guid correlationId, CancellationToken cancellation)
    {
        var (request, problem) = DeploymentRequest.Of(record);
        if (request is null || ResourceId.TryParse(request.Scope) is not { } scope) return new(null, EnforcementErrors.InvalidDeployment(problem ?? "it names no scope"));
        var id = $"{request.Scope}/providers/{DeploymentType}/{request.Name}";
        var (principal, refused) = Authorize(state, record, request.RoleDefinitionIds, DeploymentAction, scope, id);
        if (principal is null) return new(null, refused);
        var deployment = new PolicyDeployment(scope, request.Name, request.Template, request.Parameters, request.Mode, request.Location, principal, correlationId) { Record = record };
        var outcome = await deployments.RunAsync(deployment, cancellation);
        return outcome with { DeploymentId = outcome.DeploymentId ?? id };
    }

    /// <summary>The identity of the assignment when it may act, else the refusal.</summary>
    /// <param name="state">The state.</param>
    /// <param name="record">The policy.</param>
    /// <param name="needed">The roles that the policy names.</param>
    /// <param name="action">The action.</param>
    /// <param name="scope">Where.</param>
    /// <param name="target">What the refusal names.</param>
    public (Caller? Principal, ArmError? Error) Authorize(
        ArmState state, AssignmentRecord record, ImmutableArray<string> needed, string action, ResourceId scope, string target)
    {
        var assignmentId = record.Policy.Assignment.Id;
        if (AssignmentPrincipal.Of(state, assignmentId) is not { } principal) return (null, EnforcementErrors.IdentityMissing(assignmentId));
        return roles.IsAllowed(state, principal.ObjectId, needed, action, scope)
            ? (principal, null)
            : (null, AccessErrors.AuthorizationFailed(principal, action, target));
    }
}
