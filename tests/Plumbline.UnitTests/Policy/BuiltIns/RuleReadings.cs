using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>What a condition reads of a resource, each field with the literals that the rule compares it with.</summary>
internal sealed class RuleReadings
{
    private readonly ImmutableArray<PolicyParameter> parameters;
    private readonly Dictionary<string, HashSet<PolicyValue>> fields = new(StringComparer.OrdinalIgnoreCase);

    private RuleReadings(ImmutableArray<PolicyParameter> parameters) => this.parameters = parameters;

    /// <summary>By field name as written, in any case.</summary>
    public IReadOnlyDictionary<string, HashSet<PolicyValue>> Fields => fields;

    public static RuleReadings Of(Condition? condition, PolicyDefinition definition)
    {
        var readings = new RuleReadings(definition.Parameters);
        if (condition is not null) readings.Walk(condition, []);
        return readings;
    }

    /// <summary>What a definition reads of the resource under evaluation: in <c>if</c>, and in the expressions of its details.</summary>
    public static RuleReadings OfPrimary(PolicyDefinition definition)
    {
        var readings = Of(definition.If, definition);
        foreach (var (field, literals) in Of(definition.Then.ExistenceCondition, definition).Fields.Where(field => field.Key.Contains('/', StringComparison.Ordinal))) readings.Add(field, literals);
        if (definition.Then.Details is not ObjectValue details) return readings;
        foreach (var text in details.Properties.Select(property => property.Value).OfType<TextValue>())
        {
            var parts = new ExpressionParts(definition.Parameters);
            parts.Add(text);
            foreach (var field in parts.Fields) readings.Add(field, parts.Hints);
        }

        return readings;
    }

    /// <summary>The literals of an operand; a parameter stands for all its sample values, an array for its members too.</summary>
    public static ImmutableArray<PolicyValue> LiteralsOf(Operand operand, PolicyDefinition definition)
    {
        var parts = new ExpressionParts(definition.Parameters);
        parts.Add(operand.Literal);
        return [.. parts.Literals];
    }

    // Around: the literals of the value counts outside, which current() compares with.
    private void Walk(Condition condition, ImmutableArray<PolicyValue> around)
    {
        switch (condition)
        {
            case AllOfCondition node: foreach (var operand in node.Operands) Walk(operand, around); break;
            case AnyOfCondition node: foreach (var operand in node.Operands) Walk(operand, around); break;
            case NotCondition node: Walk(node.Operand, around); break;
            case LeafCondition leaf: WalkLeaf(leaf, around); break;
        }
    }

    private void WalkLeaf(LeafCondition leaf, ImmutableArray<PolicyValue> around)
    {
        var parts = new ExpressionParts(parameters);
        if (leaf.Operator != Operator.Exists && !IsAboutResult(leaf)) parts.Add(leaf.Operand.Literal);
        switch (leaf.Subject)
        {
            case FieldSubject { Field: var field } when TemplateText.IsExpression(field): AddDynamic(field, parts); break;
            case FieldSubject subject: parts.Fields.Add(subject.Field); break;
            case ValueSubject subject: parts.Add(subject.Value.Literal); break;
            case FieldCountSubject subject: WalkCount(subject.Field, subject.Where, around); break;
            case ValueCountSubject subject:
                parts.Add(subject.Value.Literal);
                if (subject.Where is not null) Walk(subject.Where, [.. around, .. parts.Literals]);
                break;
        }

        foreach (var field in parts.Fields) Add(field, leaf.Subject is FieldCountSubject ? [] : [.. parts.Values, .. around]);
    }

    private void WalkCount(string field, Condition? where, ImmutableArray<PolicyValue> around)
    {
        Add(field, []);
        if (where is not null) Walk(where, around);
    }

    // The name of a tag, put together from a parameter.
    private void AddDynamic(string field, ExpressionParts parts)
    {
        var name = new ExpressionParts(parameters);
        name.Add(new TextValue(field));
        foreach (var text in name.Literals.OfType<TextValue>().Where(text => text.Value.Length > 0 && !text.Value.Contains("tags", StringComparison.OrdinalIgnoreCase) && text.Value is not ("]" or "']")))
            parts.Fields.Add(text.Value.Contains('/', StringComparison.Ordinal) ? text.Value : $"tags[{text.Value}]");
    }

    private void Add(string field, IEnumerable<PolicyValue> literals)
    {
        if (!fields.TryGetValue(field, out var known)) fields[field] = known = [];
        known.UnionWith(literals);
        if (known.Any(value => value is ObjectValue)) known.RemoveWhere(value => value is not ObjectValue);
    }

    // A truth value or a number that a function's result is compared with says nothing about the fields in its arguments.
    private static bool IsAboutResult(LeafCondition leaf) => leaf.Subject is ValueSubject { Value.Literal: TextValue text }
        && !text.Value.StartsWith("[field(", StringComparison.OrdinalIgnoreCase)
        && (leaf.Operand.Literal is not TextValue operand || bool.TryParse(operand.Value, out _));
}
