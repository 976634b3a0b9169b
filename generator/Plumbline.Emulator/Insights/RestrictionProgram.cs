using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Insights;

/// <summary>A policy that an assignment applies at the scope.</summary>
/// <param name="Fields">What its rule reads.</param>
internal sealed record RestrictingPolicy(int Index, PreparedAssignment Assignment, AssignedPolicy Assigned, ImmutableArray<RuleField> Fields)
{
    /// <summary>The field of its rule that is the same place; null when it reads none.</summary>
    public RuleField? FieldOf(FieldPath path) => Fields.FirstOrDefault(field => field.Path.IsSame(path));
}

/// <summary>A policy that is violated, whatever the values are that are not known.</summary>
internal sealed record CertainViolation(RestrictingPolicy Policy, AssignmentRecord Record);

/// <summary>What policies say of one document.</summary>
/// <param name="Violations">Those that are violated for certain and would be enforced.</param>
/// <param name="Undecided">Those that depend on what is not known, by their index.</param>
internal sealed record PartialVerdicts(ImmutableArray<CertainViolation> Violations, ImmutableHashSet<int> Undecided)
{
    /// <summary>The violation of a policy; null when there is none for certain.</summary>
    public CertainViolation? Of(RestrictingPolicy policy) => Violations.FirstOrDefault(violation => violation.Policy.Index == policy.Index);

    /// <summary>Whether a policy is not violated, for certain.</summary>
    public bool IsSatisfied(RestrictingPolicy policy) => !Undecided.Contains(policy.Index) && Of(policy) is null;
}

/// <summary>Evaluates all policies that are assigned at or above a scope on documents that are known in part.</summary>
internal sealed class RestrictionProgram
{
    private readonly PolicyRunner runner;
    private readonly EvaluationContext context;

    private RestrictionProgram(ImmutableArray<RestrictingPolicy> policies, PolicyRunner runner, EvaluationContext context)
    {
        Policies = policies;
        this.runner = runner;
        this.context = context;
    }

    /// <summary>The policies.</summary>
    public ImmutableArray<RestrictingPolicy> Policies { get; }

    /// <summary>The program of a request.</summary>
    public static RestrictionProgram Create(PreparedPolicies prepared, ArmState state, RestrictionRequest request, DateTimeOffset now)
    {
        var context = new EvaluationContext(now, request.ApiVersion, View(state, request.Scope, ResourceTypes.Subscription), View(state, request.Scope, ResourceTypes.ResourceGroup));
        var resource = Evaluated(PartialResource.Of(request, []).Document(), context);
        var policies = ImmutableArray.CreateBuilder<RestrictingPolicy>();
        foreach (var assignment in prepared.Of(state).Where(assignment => assignment.Unreached(resource) is null))
        {
            foreach (var assigned in assignment.Policies(resource))
            {
                if (assigned.Definition is { } definition && assigned.Diagnostics.All(diagnostic => !diagnostic.IsError))
                    policies.Add(new RestrictingPolicy(policies.Count, assignment, assigned, RuleFields.Of(assigned, definition, context with { Policy = ContextOf(assigned) }, request.ApiVersion)));
            }
        }

        var bound = policies.Select(policy => policy.Assigned).Select(assigned => assigned.Definition is { } definition ? new BoundDefinition(definition, assigned.Parameters) { Policy = ContextOf(assigned) } : null);
        var program = PolicyProgram.Compile(bound.OfType<BoundDefinition>(), AliasTable.Published, apiVersion: request.ApiVersion);
        return new RestrictionProgram(policies.ToImmutable(), program.CreateRunner(context, RelatedResourceList.Empty), context);
    }

    /// <summary>What the policies say of a document.</summary>
    public PartialVerdicts Run(JsonObject document)
    {
        var resource = Evaluated(document, context);
        var violated = runner.Run(PolicyValueWriter.ToUtf8(resource.Document)).Where(verdict => verdict.Status == EvaluationStatus.NonCompliant).Select(verdict => verdict.Index).ToList();
        var undecided = runner.Undecided().Select(verdict => verdict.Index).ToImmutableHashSet();
        var records = violated.Where(index => !undecided.Contains(index))
            .Select(index => new CertainViolation(Policies[index], Policies[index].Assignment.Record(Policies[index].Assigned, resource, runner.Explain(index))));
        return new PartialVerdicts([.. records.Where(violation => violation.Record.IsEnforced)], undecided);
    }

    private static EvaluatedResource Evaluated(JsonObject document, EvaluationContext context) => new(
        PolicyValueReader.FromElement(Json.Freeze(document)) as ObjectValue ?? PolicyValueReader.Object(), context, RelatedResourceList.Empty);

    private static ObjectValue? View(ArmState state, ResourceId scope, string type)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at.Is(type)) return state.Find(at) is { } found ? PolicyValueReader.FromElement(found.Body) as ObjectValue : null;
        }

        return null;
    }

    private static ObjectValue ContextOf(AssignedPolicy policy) => PolicyValueReader.Object(
        ("assignmentId", new TextValue(policy.Assignment.Id)),
        ("definitionId", new TextValue(policy.DefinitionId)),
        ("setDefinitionId", new TextValue(policy.SetDefinition is null ? string.Empty : policy.Assignment.PolicyDefinitionId)),
        ("definitionReferenceId", new TextValue(policy.ReferenceId ?? string.Empty)));
}
