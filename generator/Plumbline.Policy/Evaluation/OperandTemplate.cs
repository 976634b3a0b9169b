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

    /// <summary>The value when it is the same for every resource, else null. May be a <see cref="FailedValue"/>.</summary>
    public virtual PolicyValue? Constant => null;

    /// <summary>Whether the whole value is one expression.</summary>
    public virtual bool IsExpression => false;

    /// <summary>Whether the whole value is a member of a context object: a null of such a one is an absence that the rule's author may compare with.</summary>
    public virtual bool IsContextMember => false;

    /// <summary>Reads a value.</summary>
    public static OperandTemplate Compile(PolicyValue value, ExpressionSite site) => value switch
    {
        TextValue text when TemplateText.IsExpression(text.Value) => CompileExpression(text.Value, site),
        TextValue text => new Literal(new TextValue(TemplateText.Unescape(text.Value))),
        ArrayValue array when HasBrackets(array) => new ArrayTemplate([.. array.Items.Select(item => Compile(item, site))]),
        ObjectValue item when HasBrackets(item) => new ObjectTemplate(
            [.. item.Properties.Select(property => (Compile(new TextValue(property.Key), site), Compile(property.Value, site)))]),
        _ => new Literal(value),
    };

    /// <summary>A value that is none of the rule's to evaluate.</summary>
    public static OperandTemplate Verbatim(PolicyValue value) => new Literal(value);

    /// <summary>An array whose items were compiled one by one.</summary>
    public static OperandTemplate Items(ImmutableArray<OperandTemplate> items) => new ArrayTemplate(items);

    /// <summary>An object whose members were compiled one by one.</summary>
    public static OperandTemplate Members(ImmutableArray<(string Name, OperandTemplate Value)> members) =>
        new ObjectTemplate([.. members.Select(member => ((OperandTemplate)new Literal(new TextValue(member.Name)), member.Value))]);

    private static OperandTemplate CompileExpression(string text, ExpressionSite site)
    {
        var parsed = ExpressionParser.Parse(text);
        if (parsed.Value is not { } expression)
        {
            site.Report($"the expression '{text}' cannot be read: {parsed.Error}");
            return new Literal(new FailedValue("the expression cannot be read"));
        }

        site.Visit(expression);
        var template = new Single(text, expression);
        return site.Constants is { } constants && ExpressionPurity.IsConstant(expression) ? new Folded(template.Evaluate(constants)) : template;
    }

    private static bool HasBrackets(PolicyValue value) => value switch
    {
        TextValue text => text.Value.StartsWith('['),
        ArrayValue array => array.Items.Any(HasBrackets),
        ObjectValue item => item.Properties.Any(property => property.Key.StartsWith('[') || HasBrackets(property.Value)),
        _ => false,
    };

    private sealed class Literal(PolicyValue value) : OperandTemplate
    {
        public override PolicyValue Constant => value;

        public override PolicyValue Evaluate(IFunctionContext context) => value;
    }

    /// <summary>An expression of constants, evaluated once.</summary>
    private sealed class Folded(PolicyValue value) : OperandTemplate
    {
        public override PolicyValue Constant => value;

        public override bool IsExpression => true;

        public override PolicyValue Evaluate(IFunctionContext context) => value;
    }

    private sealed class Single(string text, Expression expression) : OperandTemplate
    {
        public override bool IsExpression => true;

        public override bool IsContextMember { get; } = ExpressionEvaluator.IsContextMember(expression);

        public override PolicyValue Evaluate(IFunctionContext context) => ExpressionEvaluator.Evaluate(expression, context) switch
        {
            FailedValue failed => new FailedValue($"'{text}' failed: {failed.Reason}"),
            UndefinedValue => NullValue.Instance,
            var value => value,
        };
    }

    private sealed class ArrayTemplate(ImmutableArray<OperandTemplate> items) : OperandTemplate
    {
        public override PolicyValue? Constant { get; } = items.All(item => item.Constant is not null) ? Join([.. items.Select(item => item.Constant).OfType<PolicyValue>()]) : null;

        public override PolicyValue Evaluate(IFunctionContext context) => Constant ?? Join([.. items.Select(item => item.Evaluate(context))]);

        private static PolicyValue Join(ImmutableArray<PolicyValue> values) => values.FirstOrDefault(value => value is FailedValue) ?? new ArrayValue(values);
    }

    private sealed class ObjectTemplate(ImmutableArray<(OperandTemplate Key, OperandTemplate Value)> members) : OperandTemplate
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
