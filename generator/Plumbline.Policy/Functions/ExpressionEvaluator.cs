using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>Evaluates expressions. A failure anywhere is the result of the whole; nothing is undefined.</summary>
internal static class ExpressionEvaluator
{
    /// <summary>The value, or a <see cref="FailedValue"/>.</summary>
    public static PolicyValue Evaluate(Expression expression, IFunctionContext context) => expression switch
    {
        LiteralExpression literal => literal.Value,
        CallExpression call => Call(call, context),
        AccessExpression access => Access(access, context),
        _ => throw new ArgumentException($"Unknown expression '{expression.GetType().Name}'.", nameof(expression)),
    };

    private static PolicyValue Call(CallExpression call, IFunctionContext context)
    {
        if (context.Function(call.Name) is not { } function) return context.Undefined(call.Name);
        if (!function.Accepts(call.Arguments.Length) || call.Arguments.Length > EvaluationLimits.MaximumArguments)
            return new FailedValue($"{function.Name}() takes {function.Arity}, not {call.Arguments.Length}");
        var value = function.Lazy is { } lazy ? lazy(call.Arguments, context) : Apply(function, call.Arguments, context);
        if (value is UndefinedValue) return NullValue.Instance;
        return (function.AnswersPart && value is not TextValue) ? value : EvaluationLimits.Check(value, function.Name);
    }

    private static PolicyValue Apply(TemplateFunction function, ImmutableArray<Expression> operands, IFunctionContext context)
    {
        var arguments = operands.IsEmpty ? [] : new PolicyValue[operands.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = Evaluate(operands[i], context);
            if (argument is FailedValue) return argument;
            if ((function.KindOf(i) & ValueKinds.KindOf(argument)) == 0) return WrongKind(function, i, argument);
            arguments[i] = argument;
        }

        return function.Body?.Invoke(ImmutableCollectionsMarshal.AsImmutableArray(arguments), context) ?? NullValue.Instance;
    }

    private static FailedValue WrongKind(TemplateFunction function, int index, PolicyValue value) =>
        new($"{function.Name}() takes {ValueDescription.Of(function.KindOf(index))} as argument {index + 1}, not {ValueDescription.Of(value)}");

    // Built-in definitions guard with "[resourceGroup().tags['x']]" notEquals '': what a context object lacks reads as null.
    // The claims of requestContext().identity are the exception: only tryGet() reads them safely.
    // A chain is read in a loop: with calls that nest in its keys, recursion could go as deep as the product of both limits.
    private static PolicyValue Access(AccessExpression chain, IFunctionContext context)
    {
        var root = chain.Target;
        var level = 0;
        for (; root is AccessExpression access; root = access.Target) level++;
        var value = Evaluate(root, context);
        var absent = root is CallExpression origin ? context.AbsentMember(origin) : null;
        for (; level >= 0; level--)
        {
            var access = Inside(chain, level);
            var key = Evaluate(access.Key, context);
            value = absent is not null && IsAbsent(value, key) ? absent : ValueAccess.Read(value, key);
            if (value is FailedValue) return value;
            if (IsIdentity(access.Target, key)) absent = null;
        }

        return EvaluationLimits.CheckText(value);
    }

    /// <summary>Whether an expression is a member of an object of the evaluation's context, whose absence is null and no failure.</summary>
    public static bool IsContextMember(Expression expression)
    {
        if (expression is not AccessExpression) return false;
        while (expression is AccessExpression access) expression = access.Target;
        return IsContextCall(expression);
    }

    private static bool IsContextCall(Expression expression) =>
        expression is CallExpression call && FunctionTable.TryFind(call.Name, out var function) && function.IsContext;

    private static AccessExpression Inside(AccessExpression chain, int level)
    {
        for (; level > 0 && chain.Target is AccessExpression inner; level--) chain = inner;
        return chain;
    }

    private static bool IsAbsent(PolicyValue target, PolicyValue key) =>
        key is TextValue name && (target is NullValue || (target is ObjectValue item && ValueAccess.Find(item, name.Value) is null));

    private static bool IsIdentity(Expression target, PolicyValue key) =>
        target is CallExpression call && key is TextValue name
        && string.Equals(call.Name, "requestContext", StringComparison.OrdinalIgnoreCase)
        && InvariantText.AreEqual(name.Value, "identity");
}
