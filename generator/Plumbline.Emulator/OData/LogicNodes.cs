using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary><c>a or b or ...</c>, or <c>x in (a, b, ...)</c>; a list, so that a long chain is no deep tree.</summary>
internal sealed record OrNode(ImmutableArray<FilterNode> Terms) : FilterNode(ODataType.Truth)
{
    /// <inheritdoc/>
    public override PolicyValue Evaluate(ODataRow row)
    {
        foreach (var term in Terms)
        {
            if (term.Matches(row)) return BooleanValue.Of(true);
        }

        return BooleanValue.Of(false);
    }
}

/// <summary><c>a and b and ...</c>.</summary>
internal sealed record AndNode(ImmutableArray<FilterNode> Terms) : FilterNode(ODataType.Truth)
{
    /// <inheritdoc/>
    public override PolicyValue Evaluate(ODataRow row)
    {
        foreach (var term in Terms)
        {
            if (!term.Matches(row)) return BooleanValue.Of(false);
        }

        return BooleanValue.Of(true);
    }
}

/// <summary><c>not a</c>; of what has no value, it is null, which selects nothing.</summary>
internal sealed record NotNode(FilterNode Term) : FilterNode(ODataType.Truth)
{
    /// <inheritdoc/>
    public override PolicyValue Evaluate(ODataRow row) => Term.Evaluate(row) is BooleanValue truth ? BooleanValue.Of(!truth.Value) : NullValue.Instance;
}

/// <summary><c>'value' IN property</c>: the property is a list that holds the value.</summary>
internal sealed record InPropertyNode(FilterNode Value, FilterNode Property) : FilterNode(ODataType.Truth)
{
    /// <inheritdoc/>
    public override PolicyValue Evaluate(ODataRow row)
    {
        var value = Value.Evaluate(row);
        return BooleanValue.Of(Property.Evaluate(row) is ArrayValue list && list.Items.Any(item => ValueOrder.AreEqual(item, value)));
    }
}
