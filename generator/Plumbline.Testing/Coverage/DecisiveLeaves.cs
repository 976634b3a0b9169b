using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Coverage;

/// <summary>Finds which leaves decided a verdict, and how.</summary>
/// <param name="asker">Evaluates what the engine skipped.</param>
internal sealed class DecisiveLeaves(PolicyAsker asker)
{
    // A leaf that never holds: with it, a rule can be about any resource, so that the engine looks at all of them.
    private static readonly LeafCondition Never = new(new ValueSubject(new Operand(BooleanValue.Of(false))), Operator.Equals, new Operand(BooleanValue.Of(true)));

    /// <summary>Paths and results of the leaves on the way from a decisive leaf to the verdict. None of a verdict that the effect Disabled or a failure decided.</summary>
    public IEnumerable<(string Path, bool Result)> Of(PolicyTest test, TestVerdict verdict, MemberVerdict member)
    {
        var result = member.Result;
        if (result.Status == EvaluationStatus.Error || result.Effect == EffectNames.Disabled) return [];
        var trace = result.Trace ?? Skipped(test, verdict, member);
        return Walk(trace).Concat(Walk(result.ExistenceTrace)).Distinct();
    }

    // What a rule cannot be about is not evaluated: the leaves that say so are found by evaluating it all the same.
    private TraceNode? Skipped(PolicyTest test, TestVerdict verdict, MemberVerdict member)
    {
        var definition = member.Tested.Definition;
        var probe = definition with { Mode = "All", If = new AnyOfCondition([definition.If, Never]), Then = new EffectClause(EffectNames.Audit, null, null) };
        var input = new EvaluationInput(ResourceDocument.Of(verdict.Resource), member.Parameters, TestContext.Of(test), RelatedResourceList.Empty);
        var trace = asker.Evaluator(test.ApiVersion).Evaluate(probe, input).Trace?.Children.FirstOrDefault();
        return trace is { Result: false } ? trace : null;
    }

    private static ImmutableArray<(string Path, bool Result)> Walk(TraceNode? node)
    {
        if (node is null) return [];
        var own = node.Condition is LeafCondition leaf ? [(ConditionPath.Of(leaf.Location?.Path), node.Result)] : ImmutableArray<(string, bool)>.Empty;
        return [.. own, .. node.Children.Where(child => child.Decisive).SelectMany(child => Walk(child))];
    }
}
