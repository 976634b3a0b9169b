using System.Collections.Immutable;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Compilation;

/// <summary>Compiles the description of a secure state into the conditions of a policy rule.</summary>
/// <remarks>
/// The law: a resource is found if and only if its type matches, <c>when</c> holds, and <c>require</c> does not, where <c>require</c> is read
/// strictly (see <see cref="Strictness"/>). With <c>forEach</c>, every member that <c>where</c> selects has to satisfy it; a missing array has no members.
/// </remarks>
public static class StateCompiler
{
    /// <summary>The rule's <c>if</c>: the violation; with <see cref="SecureState.Related"/>, the resources that need the related one.</summary>
    public static Condition If(SecureState state)
    {
        var operands = ImmutableArray.CreateBuilder<Condition>();
        operands.Add(new LeafCondition(new FieldSubject("type"), Operator.Equals, new Operand(new TextValue(state.Resource))));
        if (state.When is { } when) operands.Add(Negation.Push(FieldNames.Expand(when, state.Resource), FieldScope.Resource));
        if (state.Require is { } require) operands.Add(Violation(state, require));
        return Simplifier.Simplify(new AllOfCondition(operands.ToImmutable()), FieldScope.Resource);
    }

    /// <summary>The existence condition of a related resource, or null when it is enough that it exists.</summary>
    public static Condition? Existence(SecureState state)
    {
        if (state.Related is not { Require: { } require } related) return null;
        var satisfied = new Strictness(state.MissingIsViolation).Satisfied(FieldNames.Expand(require, related.Type), FieldScope.Resource);
        return Simplifier.Simplify(satisfied, FieldScope.Resource);
    }

    private static Condition Violation(SecureState state, Condition require)
    {
        var strictness = new Strictness(state.MissingIsViolation);
        return state.ForEach.IsEmpty
            ? strictness.Violated(FieldNames.Expand(require, state.Resource), FieldScope.Resource)
            : new AnyOfCondition([.. state.ForEach.Select(array => MemberViolation(state, require, FieldNames.Expand(array, state.Resource), strictness))]);
    }

    private static LeafCondition MemberViolation(SecureState state, Condition require, string array, Strictness strictness)
    {
        var scope = FieldScope.Resource.Within(array);
        var violated = strictness.Violated(FieldNames.Expand(require, state.Resource, array), scope);
        var where = state.Where is { } selected
            ? new AllOfCondition([Negation.Push(FieldNames.Expand(selected, state.Resource, array), scope), violated])
            : violated;
        return new LeafCondition(new FieldCountSubject(array, where), Operator.Greater, new Operand(new IntegerValue(0)));
    }
}
