using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>A node of an expression. Conditions are expressions whose value is true or false.</summary>
/// <param name="Type">What is known of its value.</param>
internal abstract record FilterNode(ODataType Type)
{
    /// <summary>The value for a row.</summary>
    public abstract PolicyValue Evaluate(ODataRow row);

    /// <summary>Whether the row is selected.</summary>
    public bool Matches(ODataRow row) => Evaluate(row) is BooleanValue { Value: true };

    /// <summary>Whether the row is selected.</summary>
    public bool Matches(ObjectValue row) => Matches(new ObjectRow(row));
}

/// <summary>A literal.</summary>
internal sealed record LiteralNode(PolicyValue Value, ODataType Of) : FilterNode(Of)
{
    /// <inheritdoc/>
    public override PolicyValue Evaluate(ODataRow row) => Value;
}

/// <summary>A property of the row; or what a function without arguments gives, which a row holds under its name.</summary>
internal sealed record PropertyNode(string Name, ODataType Of) : FilterNode(Of)
{
    /// <inheritdoc/>
    public override PolicyValue Evaluate(ODataRow row) => row[Name];
}

/// <summary>A canonical function, such as <c>contains</c>, on its arguments.</summary>
internal sealed record CallNode(ODataFunction Function, ImmutableArray<FilterNode> Arguments) : FilterNode(Function.Result)
{
    /// <inheritdoc/>
    public override PolicyValue Evaluate(ODataRow row)
    {
        var values = new PolicyValue[Arguments.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Arguments[index].Evaluate(row);
            if (values[index] is UndefinedValue or NullValue) return NullValue.Instance;
        }

        return Function.Run(values);
    }
}
