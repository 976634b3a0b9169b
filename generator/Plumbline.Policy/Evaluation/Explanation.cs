using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Collects the tree of conditions while they are evaluated, and the leaves outside of counts.</summary>
internal sealed class Explanation
{
    // The explanation shows this many members of a count; all are counted.
    private const int MembersShown = 100;

    private readonly Stack<ImmutableArray<TraceNode>.Builder> open = new([ImmutableArray.CreateBuilder<TraceNode>()]);
    private readonly ImmutableArray<EvaluatedExpression>.Builder expressions = ImmutableArray.CreateBuilder<EvaluatedExpression>();
    private EvaluatedExpression? last;
    private int? ownExpressions;

    /// <summary>The leaves evaluated so far, without those inside of counts.</summary>
    public ImmutableArray<EvaluatedExpression> Expressions => expressions.ToImmutable();

    /// <summary>The tree of <c>if</c>, once it is evaluated.</summary>
    public TraceNode? If => open.Peek().FirstOrDefault();

    /// <summary>The tree of the existence condition on the last related resource looked at.</summary>
    public TraceNode? Existence => open.Peek().Skip(1).LastOrDefault();

    /// <summary>Starts a condition.</summary>
    public void Open() => open.Push(ImmutableArray.CreateBuilder<TraceNode>());

    /// <summary>Lists a leaf.</summary>
    public void Record(EvaluatedExpression expression, int countDepth)
    {
        last = expression;
        if (countDepth == 0) expressions.Add(expression);
    }

    /// <summary>Ends a condition. One that failed leaves no node.</summary>
    public void Close(CompiledCondition condition, Truth result)
    {
        var children = open.Pop();
        if (result == Truth.Failed) return;
        open.Peek().Add(Node(condition, result == Truth.True, children));
    }

    /// <summary>Starts on another related resource: of the existence condition, the expressions of the last resource looked at are listed.</summary>
    public void BeginCandidate()
    {
        ownExpressions ??= expressions.Count;
        expressions.Count = ownExpressions.Value;
        open.Peek().Count = Math.Min(1, open.Peek().Count);
    }

    private TraceNode Node(CompiledCondition condition, bool result, ImmutableArray<TraceNode>.Builder children)
    {
        var expression = condition is CompiledLeaf ? last : null;
        if (expression is not null) MarkMembers(expression, children);
        if (condition is CompiledJunction junction) MarkDecisive(junction, result, children);
        return new TraceNode(condition.Source, condition.Label, result, Decisive: true, expression, children.DrainToImmutable());
    }

    // Of a count that is too high the members that were counted decided, of one that is too low the others.
    private static void MarkMembers(EvaluatedExpression count, ImmutableArray<TraceNode>.Builder members)
    {
        if (members.Count > MembersShown) members.Count = MembersShown;
        var decisive = count.Operator switch
        {
            Operator.Greater or Operator.GreaterOrEquals => count.Result,
            Operator.Less or Operator.LessOrEquals => !count.Result,
            _ => count.ExpressionValue is not IntegerValue { Value: 0 },
        };
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Result != decisive) members[i] = members[i] with { Decisive = false };
        }
    }

    // A junction that was cut short was decided by its last operand; one that was not, by all of them.
    private static void MarkDecisive(CompiledJunction junction, bool result, ImmutableArray<TraceNode>.Builder children)
    {
        for (var i = 0; result != junction.IsAll && i < children.Count - 1; i++) children[i] = children[i] with { Decisive = false };
    }
}
