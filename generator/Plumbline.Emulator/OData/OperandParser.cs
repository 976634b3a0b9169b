using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>Reads what stands between operators: literals, properties, functions and parentheses.</summary>
/// <param name="reader">The cursor.</param>
/// <param name="nested">Reads a whole expression one level deeper; null after failing.</param>
internal sealed class OperandParser(ODataReader reader, Func<FilterNode?> nested)
{
    /// <summary>The operand at the cursor; null after failing.</summary>
    public FilterNode? Read()
    {
        if (reader.TakeMark("(")) return nested() is { } inner && reader.Expect(")") ? inner : null;
        if (Literal() is { } literal) return literal;
        if (reader.Current.Kind == ODataTokenKind.Word && reader.Following.IsMark("(")) return Call();
        return reader.ExpectProperty() is { } property ? new PropertyNode(property, reader.Schema.TypeOf(property)) : null;
    }

    /// <summary>The literal at the cursor: a text in quotes, a number, an instant, <c>true</c>, <c>false</c> or <c>null</c>. Null, and nothing taken, when there is none.</summary>
    public LiteralNode? Literal()
    {
        var literal = LiteralOf(reader.Current);
        if (literal is not null) reader.Take();
        return literal;
    }

    /// <summary>A text literal beside an instant is an instant when it reads as one.</summary>
    public static FilterNode AsInstant(FilterNode node, FilterNode beside) =>
        beside.Type == ODataType.Instant && node is LiteralNode { Value: TextValue text, Type: ODataType.Text } && ODataInstant.Parse(text.Value) is not null
            ? new LiteralNode(text, ODataType.Instant)
            : node;

    private LiteralNode? LiteralOf(ODataToken token)
    {
        if (token.Kind == ODataTokenKind.Text) return new(new TextValue(token.Text), ODataType.Text);
        if (token.Kind != ODataTokenKind.Word || reader.Following.IsMark("(")) return null;
        if (token.IsWord("null")) return new(NullValue.Instance, ODataType.Nothing);
        if (token.IsWord("true") || token.IsWord("false")) return new(BooleanValue.Of(token.IsWord("true")), ODataType.Truth);
        if (long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return new(new IntegerValue(whole), ODataType.Number);
        if (char.IsAsciiLetter(token.Text[0])) return null;
        if (double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return new(new FloatValue(number), ODataType.Number);
        return ODataInstant.Parse(token.Text) is null ? null : new(new TextValue(token.Text), ODataType.Instant);
    }

    private FilterNode? Call()
    {
        var name = reader.Take().Text;
        reader.Take();
        if (reader.Schema.FindFunction(name) is { } own) return reader.Expect(")") ? new PropertyNode(own, ODataType.Truth) : null;
        if (!ODataFunction.All.TryGetValue(name, out var function)) return reader.Fail<FilterNode>($"the function '{name}' is not supported");
        return Arguments() is { } arguments ? Bind(function, arguments) : null;
    }

    private ImmutableArray<FilterNode>? Arguments()
    {
        if (reader.TakeMark(")")) return [];
        var arguments = ImmutableArray.CreateBuilder<FilterNode>();
        do
        {
            if (nested() is not { } argument) return null;
            arguments.Add(argument);
        }
        while (reader.TakeMark(","));

        return reader.Expect(")") ? arguments.ToImmutable() : null;
    }

    private CallNode? Bind(ODataFunction function, ImmutableArray<FilterNode> arguments)
    {
        if (arguments.Length < function.Required || arguments.Length > function.Parameters.Length)
            return reader.Fail<CallNode>($"the function '{function.Name}' does not take {arguments.Length} arguments");
        for (var index = 0; index < arguments.Length; index++)
        {
            var (given, wanted) = (arguments[index].Type, function.Parameters[index]);
            if (given != wanted && given is not (ODataType.Any or ODataType.Nothing)) return reader.Fail<CallNode>($"argument {index + 1} of the function '{function.Name}' has the wrong type");
        }

        return new CallNode(function, arguments);
    }
}
