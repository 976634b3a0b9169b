using System.Collections.Immutable;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Running;

/// <summary>What a policy says in a test.</summary>
/// <param name="Members">Of the definition, or of the initiative's members in its order.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Write">The request.</param>
public sealed record TestVerdict(ImmutableArray<MemberVerdict> Members, ObjectValue Resource, WriteRequest Write)
{
    /// <summary>The state; that of an initiative is rolled up from its members'.</summary>
    public string Compliance => State?.ToString() ?? nameof(EvaluationStatus.NotApplicable);

    /// <summary>The member that the state comes from: the first one that has it, one whose effect takes place before others.</summary>
    public MemberVerdict Leading => Members.Where(member => StateOf(member) == State).OrderByDescending(member => member.Result.TakesEffect).FirstOrDefault() ?? Members[0];

    /// <summary>The effect that takes place, or null.</summary>
    public string? Effect => Leading.Result.TakesEffect ? Leading.Result.Effect : null;

    /// <summary>Whether a rule matches.</summary>
    public bool IsMatched => Members.Any(member => member.Result.Matched);

    /// <summary>Whether a definition applies.</summary>
    public bool IsApplicable => Members.Any(member => member.Result.IsApplicable);

    /// <summary>Whether the request is refused.</summary>
    public bool IsDenied => Denying is not null;

    /// <summary>The resource as modify or append leave it; null when neither takes place.</summary>
    public PolicyValue? Changed => Leading.Result.Resource ?? Members.Select(member => member.Result.Resource).FirstOrDefault(resource => resource is not null);

    /// <summary>What decided, in one line a condition.</summary>
    public ImmutableArray<string> Reasons => [.. DecidingCondition.Of(Leading.Result).Select(condition => condition.ToString())];

    /// <summary>The message of the refusal, or null without one: the policy, and why it refuses.</summary>
    public string? Message
    {
        get
        {
            if (Denying is not { } denying) return null;
            var definition = denying.Tested.Definition;
            var why = denying.Result.Error is { } error ? [error] : DecidingCondition.Of(denying.Result).Select(condition => condition.ToString()).Concat(denying.Result.Remarks);
            return $"Resource '{(Resource["name"] as TextValue)?.Value}' was disallowed by policy '{definition.DisplayName ?? denying.Tested.Name}': {string.Join("; ", why)}";
        }
    }

    private MemberVerdict? Denying => Members.FirstOrDefault(member => member.Denies(Write));

    private ComplianceState? State => ComplianceRollUp.Of(Members.Select(StateOf).OfType<ComplianceState>());

    // What does not apply has no state.
    private static ComplianceState? StateOf(MemberVerdict member) => ComplianceRollUp.Parse(member.Result.Status.ToString());
}
