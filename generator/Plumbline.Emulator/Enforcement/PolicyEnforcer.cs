using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Stands before every write of a resource: refuses what an enforced assignment denies.</summary>
internal sealed class PolicyEnforcer(PolicyEvaluation evaluate)
{
    /// <summary>The 403 that the write of <paramref name="resource"/> deserves; null when it may go on.</summary>
    public ArmError? Check(ArmState state, StoredResource resource, ArmRequest request)
    {
        var verdicts = new PolicyVerdicts(evaluate, state, request.Now, request.ApiVersion);
        var view = ResourceView.Of(resource);
        ImmutableArray<Violation> violations =
        [
            .. AssignedPolicies.In(state)
                .Where(policy => policy.IsEnforced)
                .Select(policy => new Violation(policy, verdicts.On(policy, resource, view)))
                .Where(violation => IsDenied(violation.Result)),
        ];
        return violations.IsEmpty ? null : PolicyViolation.Error(resource.Id, violations);
    }

    // A definition that cannot be evaluated denies, as the service does when a rule exceeds its limits.
    private static bool IsDenied(EvaluationResult result) =>
        result.Status == EvaluationStatus.Error || (result.Status == EvaluationStatus.NonCompliant && result.Effect == "Deny");
}

/// <summary>A definition and the verdict by which it denies.</summary>
internal sealed record Violation(AssignedPolicy Policy, EvaluationResult Result);
