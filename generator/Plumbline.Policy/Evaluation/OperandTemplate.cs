using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A JSON value of a rule with its expressions read once, at any depth, property names included.</summary>
internal abstract class OperandTemplate
{
    /// <summary>The value with every expression evaluated, or a <see cref="FailedValue"/>.</summary>
    public abstract PolicyValue Evaluate(IFunctionContext context);

    /// <summary>Whether the whole value is one expression.</summary>
    public virtual bool IsExpression => false;

    /// <summary>Reads a value; reports expressions that cannot be read to <paramref name="report"/>.</summary>
    public static OperandTemplate Compile(PolicyValue value, Action<string> report) => value switch
    {
        TextValue text when TemplateText.IsExpression(text.Value) => CompileExpression(text.Value, report),
        TextValue text => new Constant(new TextValue(TemplateText.Unescape(text.Value))),
        ArrayValue array when HasBrackets(array) => new Items([.. array.Items.Select(item => Compile(item, report))]),
        ObjectValue item when HasBrackets(item) => new Members(
            [.. item.Properties.Select(property => (Compile(new TextValue(property.Key), report), Compile(property.Value, report)))]),
        _ => new Constant(value),
    };

    private static OperandTemplate CompileExpression(string text, Action<string> report)
    {
        var parsed = ExpressionParser.Parse(text);
        if (parsed.Value is { } expression) return new Single(text, expression);
        report($"the expression '{text}' cannot be read: {parsed.Error}");
        return new Constant(new FailedValue("the expression cannot be read"));
    }

    private static bool HasBrackets(PolicyValue value) => value switch
    {
        TextValue text => text.Value.StartsWith('['),
        ArrayValue array => array.Items.Any(HasBrackets),
        ObjectValue item => item.Properties.Any(property => property.Key.StartsWith('[') || HasBrackets(property.Value)),
        _ => false,
    };

    private sealed class Constant(PolicyValue value) : OperandTemplate
    {
        public override PolicyValue Evaluate(IFunctionContext context) => value;
    }

    private sealed class Single(string text, Expression expression) : OperandTemplate
    {
        public override bool IsExpression => true;

        public override PolicyValue Evaluate(IFunctionContext context) => ExpressionEvaluator.Evaluate(expression, context) switch
        {
            FailedValue failed => new FailedValue($"'{text}' failed: {failed.Reason}"),
            UndefinedValue => NullValue.Instance,
            var value => value,
        };
    }

    private sealed class Items(ImmutableArray<OperandTemplate> items) : OperandTemplate
    {
        public override PolicyValue Evaluate(IFunctionContext context)
        {
            var values = items.Select(item => item.Evaluate(context)).ToImmutableArray();
            return values.FirstOrDefault(value => value is FailedValue) ?? new ArrayValue(values);
        }
    }

    private sealed class Members(ImmutableArray<(OperandTemplate Key, OperandTemplate Value)> members) : OperandTemplate
    {
        public override PolicyValue Evaluate(IFunctionContext context)
        {
            var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>(members.Length);
            foreach (var member in members)
            {
                var (key, value) = (member.Key.Evaluate(context), member.Value.Evaluate(context));
                if (key is FailedValue) return key;
                if (value is FailedValue) return value;
                if (key is not TextValue name) return new FailedValue("a property name is not a string");
                properties.Add(KeyValuePair.Create(name.Value, value));
            }

            return new ObjectValue(properties.MoveToImmutable());
        }
    }
}
