using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Terraform;

/// <summary>The attributes and blocks of a planned resource. What is null in a plan was not given.</summary>
/// <param name="Attributes">The attributes by name.</param>
internal sealed record PlanBlock(ObjectValue Attributes)
{
    /// <summary>An attribute; undefined when it was not given.</summary>
    public PolicyValue this[string name] => Attributes[name] is NullValue ? UndefinedValue.Instance : Attributes[name];

    /// <summary>A text; null when it was not given, is empty, or is not known.</summary>
    public string? Text(string name) => this[name] is TextValue { Value.Length: > 0 } text && !UnresolvedExpression.Is(text.Value) ? text.Value : null;

    /// <summary>A text where an empty one means that it was not given.</summary>
    public PolicyValue NotEmpty(string name) => this[name] is TextValue { Value.Length: 0 } ? UndefinedValue.Instance : this[name];

    /// <summary>A block that is there once at most; undefined when it is not there, an expression when nobody knows.</summary>
    public PolicyValue Block(string name, Func<PlanBlock, PolicyValue> map) => this[name] switch
    {
        ArrayValue { Items: [var first, ..] } => Mapped(first, map),
        ObjectValue item => map(new(item)),
        TextValue expression => expression,
        _ => UndefinedValue.Instance,
    };

    /// <summary>Blocks that may be there several times; undefined when there is none.</summary>
    public PolicyValue Blocks(string name, Func<PlanBlock, PolicyValue> map) => this[name] switch
    {
        ArrayValue { Items.IsEmpty: false } array => new ArrayValue([.. array.Items.Select(item => Mapped(item, map))]),
        TextValue expression => expression,
        _ => UndefinedValue.Instance,
    };

    /// <summary>A list; undefined when it is empty.</summary>
    public PolicyValue List(string name) => this[name] is ArrayValue { Items.IsEmpty: true } ? UndefinedValue.Instance : this[name];

    /// <summary>Several kinds of blocks as one list; undefined when there is none, an expression when one of them is not known.</summary>
    public PolicyValue Joined(params ReadOnlySpan<(string Name, Func<PlanBlock, PolicyValue> Map)> kinds)
    {
        var items = ImmutableArray.CreateBuilder<PolicyValue>();
        foreach (var (name, map) in kinds)
        {
            var blocks = Blocks(name, map);
            if (blocks is TextValue) return blocks;
            if (blocks is ArrayValue array) items.AddRange(array.Items);
        }

        return items.Count == 0 ? UndefinedValue.Instance : new ArrayValue(items.ToImmutable());
    }

    private static PolicyValue Mapped(PolicyValue item, Func<PlanBlock, PolicyValue> map) => item switch
    {
        ObjectValue block => map(new(block)),
        TextValue expression => expression,
        _ => UndefinedValue.Instance,
    };
}
