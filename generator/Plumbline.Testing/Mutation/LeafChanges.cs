using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Mutation;

/// <summary>Makes all single changes of a leaf: of its operator, its literal and its field.</summary>
/// <param name="aliases">Where siblings of a field are found.</param>
/// <param name="outsider">A value that tests compare with a list that does not have it, or null.</param>
internal sealed class LeafChanges(AliasTable aliases, Func<LeafCondition, PolicyValue?> outsider)
{
    // A long list is like a short one: its first members stand for the rest.
    private const int ListMembers = 8;

    /// <summary>The changed leaves, and what was changed.</summary>
    public IEnumerable<(LeafCondition Leaf, string Text)> Of(LeafCondition leaf)
    {
        foreach (var used in Operators(leaf.Operator)) yield return (leaf with { Operator = used }, $"'{OperatorNames.Name(leaf.Operator)}' becomes '{OperatorNames.Name(used)}'");
        foreach (var literal in Literals(leaf))
            yield return (leaf with { Operand = new Operand(literal) }, $"'{Text(leaf.Operand.Literal)}' becomes '{Text(literal)}'");
        if (leaf.Subject is FieldSubject subject && Sibling(subject.Field) is { } sibling)
            yield return (leaf with { Subject = new FieldSubject(sibling) }, $"'{subject.Field}' becomes '{sibling}'");
    }

    private static ImmutableArray<Operator> Operators(Operator used) => used switch
    {
        Operator.Greater => [Operator.LessOrEquals, Operator.GreaterOrEquals],
        Operator.GreaterOrEquals => [Operator.Less, Operator.Greater],
        Operator.Less => [Operator.GreaterOrEquals, Operator.LessOrEquals],
        Operator.LessOrEquals => [Operator.Greater, Operator.Less],
        _ => OperatorComplements.Exact(used) is { } complement ? [complement] : [],
    };

    private IEnumerable<PolicyValue> Literals(LeafCondition leaf) => leaf.Operand.Literal switch
    {
        TextValue { Value: var text } when text.StartsWith('[') => [],
        TextValue { Value: var text } when bool.TryParse(text, out var truth) => [new TextValue(truth ? "false" : "true")],
        TextValue { Value: var text } => Texts(text),
        IntegerValue { Value: var number } => [.. number < long.MaxValue ? [new IntegerValue(number + 1)] : Array.Empty<PolicyValue>(), .. number > long.MinValue ? [new IntegerValue(number - 1)] : Array.Empty<PolicyValue>()],
        FloatValue { Value: var number } => [new FloatValue(number + 1), new FloatValue(number - 1)],
        BooleanValue { Value: var truth } => [BooleanValue.Of(!truth)],
        ArrayValue list => Lists(leaf, list),
        _ => [],
    };

    // A pattern is weakened as well: without its first or last wildcard.
    private static IEnumerable<PolicyValue> Texts(string text)
    {
        yield return new TextValue(text + "x");
        if (text.StartsWith('*') && text.Length > 1) yield return new TextValue(text[1..]);
        if (text.EndsWith('*') && text.Length > 1) yield return new TextValue(text[..^1]);
    }

    private IEnumerable<PolicyValue> Lists(LeafCondition leaf, ArrayValue list)
    {
        for (var i = 0; i < list.Items.Length && i < ListMembers; i++) yield return new ArrayValue(list.Items.RemoveAt(i));
        yield return new ArrayValue(list.Items.Add(outsider(leaf) ?? new TextValue("any other value")));
    }

    // The next property of the same parent: an easy slip, and one that the engine does not refuse.
    private string? Sibling(string field)
    {
        if (!aliases.TryFind(field, out var alias)) return null;
        var parent = Parent(alias.Name);
        var siblings = aliases.OfType(alias.ResourceType).Select(other => other.Name)
            .Where(name => Parent(name) == parent && Depth(name) == Depth(alias.Name)).Order(StringComparer.Ordinal).ToList();
        var own = siblings.IndexOf(alias.Name);
        return own < 0 || siblings.Count < 2 ? null : siblings[(own + 1) % siblings.Count];
    }

    private static string Parent(string name) => name[..Math.Max(name.LastIndexOfAny(['.', '/']), 0)];

    private static int Depth(string name) => name.Split("[*]").Length;

    private static string Text(PolicyValue value) => ConditionText.Of(new Operand(value));
}
