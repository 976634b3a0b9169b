using Newtonsoft.Json.Linq;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Documents;

/// <summary>A condition and where it stands.</summary>
/// <param name="condition">The condition.</param>
/// <param name="token">Its JSON object.</param>
/// <param name="parent">The condition around it: a logical operator, or the leaf whose <c>count</c> has it in <c>where</c>; null for the outermost.</param>
/// <param name="part">The part of the rule it belongs to.</param>
internal sealed class ConditionSite(Condition condition, JObject token, ConditionSite? parent, RulePart part)
{
    private readonly List<ConditionSite> children = [];

    public Condition Condition { get; } = condition;

    public JObject Token { get; } = token;

    public ConditionSite? Parent { get; } = parent;

    public RulePart Part { get; } = part;

    /// <summary>Whether an odd number of <c>not</c> is around it.</summary>
    public bool IsNegated { get; } = parent is not null && (parent.Condition is NotCondition ? !parent.IsNegated : parent.IsNegated);

    /// <summary>How many counts are around it. Inside of one, whether the condition should hold depends on what the count is compared with.</summary>
    public int Counts { get; } = parent is null ? 0 : parent.Counts + (parent.Condition is LeafCondition ? 1 : 0);

    /// <summary>The conditions in it, in the order of the text.</summary>
    public IReadOnlyList<ConditionSite> Children => children;

    /// <summary>The conditions around it, innermost first.</summary>
    public IEnumerable<ConditionSite> Ancestors
    {
        get
        {
            for (var site = Parent; site is not null; site = site.Parent) yield return site;
        }
    }

    /// <summary>The leaf, or null for a logical operator.</summary>
    public LeafCondition? Leaf => Condition as LeafCondition;

    /// <summary>The field that the leaf compares; null for any other condition, and for a field that is an expression.</summary>
    public string? Field => Leaf?.Subject is FieldSubject { Field: var name } && !name.StartsWith('[') ? name : null;

    /// <summary>Whether the leaf compares the type of the resource.</summary>
    public bool IsOnType => string.Equals(Field, "type", StringComparison.OrdinalIgnoreCase);

    /// <summary>The property of the JSON object with this name in any case: an operator, <c>field</c>, <c>allOf</c>.</summary>
    public JProperty? Member(string name) => Token.Property(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The property that says what kind of condition it is: the logical operator, or the leaf's operator.</summary>
    public JProperty? Keyword => Condition switch
    {
        AllOfCondition => Member("allOf"),
        AnyOfCondition => Member("anyOf"),
        NotCondition => Member("not"),
        LeafCondition leaf => Member(OperatorNames.Name(leaf.Operator)),
        _ => null,
    };

    /// <summary>Adds a condition inside of this one.</summary>
    internal void Add(ConditionSite child) => children.Add(child);
}
