using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>A node of a <c>$filter</c>.</summary>
internal abstract record FilterNode
{
    /// <summary>Whether the row is selected. Texts compare without regard to case, as ids do.</summary>
    public abstract bool Matches(ObjectValue row);

    /// <summary>Equality of a field and a literal; a missing field equals <c>null</c> only.</summary>
    protected static bool AreEqual(PolicyValue field, PolicyValue literal) => (field, literal) switch
    {
        (TextValue left, TextValue right) => string.Equals(left.Value, right.Value, StringComparison.OrdinalIgnoreCase),
        (UndefinedValue, NullValue) => true,
        _ => field.Equals(literal),
    };
}

/// <summary><c>left or right</c>.</summary>
internal sealed record OrNode(FilterNode Left, FilterNode Right) : FilterNode
{
    /// <inheritdoc/>
    public override bool Matches(ObjectValue row) => Left.Matches(row) || Right.Matches(row);
}

/// <summary><c>left and right</c>.</summary>
internal sealed record AndNode(FilterNode Left, FilterNode Right) : FilterNode
{
    /// <inheritdoc/>
    public override bool Matches(ObjectValue row) => Left.Matches(row) && Right.Matches(row);
}

/// <summary><c>property eq literal</c>, or <c>ne</c>.</summary>
internal sealed record ComparisonNode(string Property, bool IsNegated, PolicyValue Literal) : FilterNode
{
    /// <inheritdoc/>
    public override bool Matches(ObjectValue row) => AreEqual(row[Property], Literal) != IsNegated;
}

/// <summary><c>'literal' IN property</c>: the property is an array that holds the literal.</summary>
internal sealed record MembershipNode(PolicyValue Literal, string Property) : FilterNode
{
    /// <inheritdoc/>
    public override bool Matches(ObjectValue row) => row[Property] is ArrayValue array && array.Items.Any(item => AreEqual(item, Literal));
}

/// <summary>A function without arguments, such as <c>atExactScope()</c>.</summary>
internal sealed record FunctionNode(string Function) : FilterNode
{
    /// <inheritdoc/>
    public override bool Matches(ObjectValue row) => row[Function] is BooleanValue { Value: true };
}
