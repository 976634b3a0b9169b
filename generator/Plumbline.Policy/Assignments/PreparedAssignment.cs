using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>An assignment ready for many resources. Safe for use by several threads.</summary>
public sealed class PreparedAssignment
{
    private readonly PolicyEstate estate;
    private readonly PolicyEvaluation evaluate;
    private readonly AssignmentMembers members;
    private readonly AssignmentCoverage coverage;

    internal PreparedAssignment(PolicyAssignment assignment, PolicyEstate estate, PolicyEvaluation evaluate, AssignmentMembers members)
    {
        Assignment = assignment;
        this.estate = estate;
        this.evaluate = evaluate;
        this.members = members;
        coverage = new AssignmentCoverage(assignment, estate);
    }

    /// <summary>The assignment.</summary>
    public PolicyAssignment Assignment { get; }

    /// <summary>Whether the policies or their effects may differ from resource to resource: an override chooses by type, place or principal.</summary>
    public bool DependsOnResource => Assignment.Overrides.Any(item => item.Selectors.Any(selector => selector.Kind != SelectorKind.PolicyDefinitionReferenceId));

    /// <summary>The policies as the assignment applies them to a resource, in the order of the initiative. The same objects each time, but for what cannot be found.</summary>
    public ImmutableArray<AssignedPolicy> Policies(EvaluatedResource resource) => [.. members.For(resource)];

    /// <summary>The record of one of the policies on a resource that the assignment reaches, when the engine's verdict is known already.</summary>
    /// <param name="result">The verdict; null for a policy whose definition cannot be found.</param>
    public AssignmentRecord Record(AssignedPolicy policy, EvaluatedResource resource, EvaluationResult? result) =>
        WithState(policy, resource, result is null || policy.Diagnostics.Any(item => item.IsError) ? Failure(result?.Effect ?? "", policy) : result);

    /// <summary>Why the assignment does not reach a resource at all; null when it does.</summary>
    public RecordReason? Unreached(EvaluatedResource resource)
    {
        if (!ScopeContainment.Contains(Assignment.Scope, resource.Id, estate.ManagementGroups)) return RecordReason.OutOfScope;
        if (Assignment.NotScopes.Any(scope => ScopeContainment.Contains(scope, resource.Id, estate.ManagementGroups))) return RecordReason.NotScope;
        return SelectorMatch.Any(Assignment.ResourceSelectors, resource) ? null : RecordReason.ResourceSelector;
    }

    /// <summary>The records for a resource: one for each policy, in the order of the initiative; those without a state say why.</summary>
    public ImmutableArray<AssignmentRecord> Evaluate(EvaluatedResource resource)
    {
        var unreached = Unreached(resource);
        return [.. members.For(resource).Select(policy => unreached is { } reason ? WithoutState(policy, resource, reason, null) : Evaluate(policy, resource))];
    }

    private AssignmentRecord Evaluate(AssignedPolicy policy, EvaluatedResource resource)
    {
        if (policy.Definition is not { } definition) return WithState(policy, resource, Failure("", policy));
        if (!ModeApplicability.IsResourceManagerMode(definition.Mode)) return WithoutState(policy, resource, RecordReason.ResourceProviderMode, null);
        if (!ModeApplicability.Applies(definition.Mode, resource.Readable)) return WithoutState(policy, resource, RecordReason.Mode, null);
        var context = resource.Context with { Policy = ContextOf(policy) };
        var result = evaluate(definition, new EvaluationInput(resource.Readable, policy.Parameters, context, resource.Related));
        if (result.Status == EvaluationStatus.NotApplicable)
            return WithoutState(policy, resource, result.Effect == EffectNames.Disabled ? RecordReason.Disabled : RecordReason.Rule, result);
        return WithState(policy, resource, policy.Diagnostics.Any(item => item.IsError) ? Failure(result.Effect, policy) : result);
    }

    private static AssignmentRecord WithoutState(AssignedPolicy policy, EvaluatedResource resource, RecordReason reason, EvaluationResult? result) =>
        new(policy, resource.Id, reason, result?.Effect ?? "", result, null, null, false, [], [], null, null);

    private AssignmentRecord WithState(AssignedPolicy policy, EvaluatedResource resource, EvaluationResult result)
    {
        var attestation = IsMatchedManual(result) ? coverage.Attestation(policy, resource) : null;
        var state = attestation is null ? StateOf(result) : StateOf(attestation.State);
        var exemptions = coverage.Exemptions(policy, resource);
        var enrollments = coverage.Enrollments(policy, resource);
        var isEnforced = Assignment.EnforcementMode == EnforcementMode.Default || (Assignment.EnforcementMode == EnforcementMode.Enroll && !enrollments.IsEmpty);
        return new AssignmentRecord(
            policy,
            resource.Id,
            exemptions.IsEmpty ? RecordReason.Applicable : RecordReason.Exempt,
            result.Effect,
            result,
            exemptions.IsEmpty ? state : ComplianceState.Exempt,
            exemptions.IsEmpty ? null : state,
            isEnforced && exemptions.IsEmpty,
            exemptions,
            enrollments,
            attestation?.Id,
            result.Details);
    }

    private static bool IsMatchedManual(EvaluationResult result) =>
        result is { Effect: EffectNames.Manual, TakesEffect: true };

    private static ComplianceState StateOf(EvaluationResult result) => result.Status switch
    {
        EvaluationStatus.Protected => ComplianceState.Protected,
        EvaluationStatus.NonCompliant => ComplianceState.NonCompliant,
        EvaluationStatus.Compliant => ComplianceState.Compliant,
        EvaluationStatus.Unknown => ComplianceState.Unknown,
        _ => ComplianceState.Error,
    };

    private static ComplianceState StateOf(AttestedState state) => state switch
    {
        AttestedState.Compliant => ComplianceState.Compliant,
        AttestedState.NonCompliant => ComplianceState.NonCompliant,
        _ => ComplianceState.Unknown,
    };

    private static EvaluationResult Failure(string effect, AssignedPolicy policy) =>
        new(EvaluationStatus.Error, effect, [], Error: policy.Diagnostics.FirstOrDefault(item => item.IsError)?.Message);

    private ObjectValue ContextOf(AssignedPolicy policy) => PolicyValueReader.Object(
        ("assignmentId", new TextValue(Assignment.Id)),
        ("definitionId", new TextValue(policy.DefinitionId)),
        ("setDefinitionId", new TextValue(policy.SetDefinition is null ? "" : Assignment.PolicyDefinitionId)),
        ("definitionReferenceId", new TextValue(policy.ReferenceId ?? "")));
}
