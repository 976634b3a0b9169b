using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>Evaluates expressions. A failure anywhere is the result of the whole.</summary>
internal static class ExpressionEvaluator
{
    // Azure's limits at evaluation time; exceeding them is an evaluation error.
    private const int MaximumTextLength = 131_072;
    private const int MaximumItems = 32_768;

    public static PolicyValue Evaluate(Expression expression, IFunctionContext context) => expression switch
    {
        LiteralExpression literal => literal.Value,
        CallExpression call => Limited(Call(call, context), call.Name),
        AccessExpression access => Access(access, context),
        _ => throw new ArgumentException($"Unknown expression '{expression.GetType().Name}'.", nameof(expression)),
    };

    private static PolicyValue Call(CallExpression call, IFunctionContext context)
    {
        if (!FunctionTable.TryFind(call.Name, out var function)) return new FailedValue($"{call.Name}() is not a function of Azure Policy");
        if (!function.Accepts(call.Arguments.Length)) return new FailedValue($"{function.Name}() takes {function.Arity}, not {call.Arguments.Length}");
        if (function.Lazy is { } lazy) return lazy(call.Arguments.Length, index => Evaluate(call.Arguments[index], context));
        var arguments = ImmutableArray.CreateBuilder<PolicyValue>(call.Arguments.Length);
        foreach (var operand in call.Arguments)
        {
            var argument = Argument(function, arguments.Count, Evaluate(operand, context));
            if (argument is FailedValue) return argument;
            arguments.Add(argument);
        }

        return function.Body?.Invoke(arguments.MoveToImmutable(), context) ?? NullValue.Instance;
    }

    private static PolicyValue Argument(TemplateFunction function, int index, PolicyValue value)
    {
        if (value is FailedValue) return value;
        if ((function.KindOf(index) & ValueKinds.KindOf(value)) == 0)
            return new FailedValue($"{function.Name}() cannot take {ValueKinds.Describe(value)} as argument {index + 1}");
        return value is UndefinedValue ? NullValue.Instance : value;
    }

    private static PolicyValue Access(AccessExpression access, IFunctionContext context)
    {
        var target = Evaluate(access.Target, context);
        var key = Evaluate(access.Key, context);
        if (!IsContextObject(access.Target)) return ValueAccess.Read(target, key);
        return target is NullValue || (target is ObjectValue item && key is TextValue name && item[name.Value] is UndefinedValue)
            ? NullValue.Instance
            : ValueAccess.Read(target, key);
    }

    // Built-in definitions guard with "[resourceGroup().tags['x']]" notEquals '': what a context object lacks reads as null.
    // The claims of requestContext().identity are the exception: only tryGet() reads them safely.
    private static bool IsContextObject(Expression expression) => expression switch
    {
        CallExpression call => FunctionTable.TryFind(call.Name, out var function) && function.IsContext,
        AccessExpression { Key: LiteralExpression { Value: TextValue name } } access =>
            !string.Equals(name.Value, "identity", StringComparison.OrdinalIgnoreCase) && IsContextObject(access.Target),
        AccessExpression access => IsContextObject(access.Target),
        _ => false,
    };

    private static PolicyValue Limited(PolicyValue value, string function) => value switch
    {
        TextValue { Value.Length: > MaximumTextLength } => new FailedValue($"{function}() made a string longer than {MaximumTextLength} characters, the limit of Azure Policy"),
        ArrayValue { Items.Length: > MaximumItems } => new FailedValue($"{function}() made an array longer than {MaximumItems} members, the limit of Azure Policy"),
        _ => value,
    };
}
