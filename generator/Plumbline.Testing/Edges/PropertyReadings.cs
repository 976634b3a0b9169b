using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Finds the properties of one resource type that a condition reads, in the order of the text.</summary>
internal sealed class PropertyReadings(string type, bool isRelated, AliasTable aliases, ResourceSchemas schemas, ImmutableDictionary<string, PolicyValue> parameters)
{
    private const string Members = "[*]";

    // They name the resource rather than state it: another value is another resource.
    private static readonly ImmutableHashSet<string> Fixed = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "type", "name", "fullName", "id", "apiVersion");

    private readonly OrderedDictionary<string, PropertyReading> found = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them.</summary>
    public ImmutableArray<PropertyReading> Of(Condition condition)
    {
        Walk(condition, []);
        return [.. found.Values];
    }

    // Around: what the value counts outside count over, which current() compares with.
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
        ImmutableArray<PolicyValue> compared = [.. Literals(leaf.Operand.Literal), .. around];
        switch (leaf.Subject)
        {
            case FieldSubject subject: Add(subject.Field, leaf.Operator, compared); break;
            case ValueSubject subject: foreach (var field in FieldsIn(subject.Value.Literal)) Add(field, leaf.Operator, compared); break;
            case FieldCountSubject subject:
                Add(subject.Field.EndsWith(Members, StringComparison.Ordinal) ? subject.Field[..^Members.Length] : subject.Field, Operator.Exists, []);
                if (subject.Where is not null) Walk(subject.Where, around);
                break;
            case ValueCountSubject { Where: { } where } subject: Walk(where, [.. around, .. Literals(subject.Value.Literal)]); break;
        }
    }

    private void Add(string field, Operator used, ImmutableArray<PolicyValue> operands)
    {
        if (FactsOf(field) is not { } facts) return;
        var known = found.GetValueOrDefault(facts.Path) ?? new(facts.Path, facts.Steps, facts.Value, isRelated, []);
        found[facts.Path] = known with { Comparisons = [.. known.Comparisons.Concat(operands.Select(operand => (used, operand))).Distinct()] };
    }

    private PropertyFacts? FactsOf(string field)
    {
        if (!field.Contains('/', StringComparison.Ordinal)) return Fixed.Contains(field) ? null : schemas.FactsOf(type, field);
        return aliases.TryFind(field, out var alias) && string.Equals(alias.ResourceType, type, StringComparison.OrdinalIgnoreCase) ? schemas.FactsOf(alias) : null;
    }

    private IEnumerable<PolicyValue> Literals(PolicyValue operand) => operand switch
    {
        TextValue text when TemplateText.IsExpression(text.Value) => CallsIn(text.Value).Where(call => Is(call, "parameters")).SelectMany(call => Literals(ValueOf(call))),
        ArrayValue list => list.Items.SelectMany(Literals),
        ObjectValue or UndefinedValue => [],
        _ => [operand],
    };

    private PolicyValue ValueOf(CallExpression call) => NameIn(call) is { } name ? parameters.GetValueOrDefault(name, UndefinedValue.Instance) : UndefinedValue.Instance;

    private static IEnumerable<string> FieldsIn(PolicyValue value) => value is TextValue text && TemplateText.IsExpression(text.Value)
        ? CallsIn(text.Value).Where(call => Is(call, "field") || Is(call, "current")).Select(NameIn).OfType<string>()
        : [];

    private static string? NameIn(CallExpression call) => call.Arguments is [LiteralExpression { Value: TextValue name }] ? name.Value : null;

    private static bool Is(CallExpression call, string name) => string.Equals(call.Name, name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<CallExpression> CallsIn(string expression) => ExpressionParser.Parse(expression).Value is { } parsed ? CallsIn(parsed) : [];

    private static IEnumerable<CallExpression> CallsIn(Expression expression) => expression switch
    {
        CallExpression call => call.Arguments.SelectMany(CallsIn).Prepend(call),
        AccessExpression access => CallsIn(access.Target).Concat(CallsIn(access.Key)),
        _ => [],
    };
}
