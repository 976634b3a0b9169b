using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>The operators between two values, by their signs.</summary>
internal static class BinaryFunctions
{
    /// <summary>The operator; null when there is none.</summary>
    public static Func<KqlValue, KqlValue, KqlValue>? Find(string name, QueryContext context) => name switch
    {
        "+" => Arithmetic.Add,
        "-" => Arithmetic.Subtract,
        "*" => Arithmetic.Multiply,
        "/" => Arithmetic.Divide,
        "%" => Arithmetic.Modulo,
        "==" => Equal,
        "!=" => (left, right) => Negate(Equal(left, right)),
        "<" => (left, right) => Ordered(left, right, order => order < 0),
        ">" => (left, right) => Ordered(left, right, order => order > 0),
        "<=" => (left, right) => Ordered(left, right, order => order <= 0),
        ">=" => (left, right) => Ordered(left, right, order => order >= 0),
        "matches regex" => (left, right) => KqlBoolean.Of(PatternFunctions.IsMatch(context, left, right)),
        _ => TextTest(name) is { } test ? (left, right) => KqlBoolean.Of(test(KqlConvert.ToText(left), KqlConvert.ToText(right))) : null,
    };

    /// <summary>Whether the values are the same: null when both are null. A JSON value is compared with a text by its own text, and a text is read as an instant or a length when compared with one.</summary>
    public static KqlValue Equal(KqlValue left, KqlValue right)
    {
        if (left is KqlNull || right is KqlNull) return left is KqlNull && right is KqlNull ? KqlNull.Instance : KqlBoolean.Of(false);
        var (first, second) = Aligned(left, right);
        return KqlBoolean.Of(KqlOrder.Between(first, second) == 0);
    }

    /// <summary>Not true, not false: null stays null.</summary>
    public static KqlValue Negate(KqlValue value) => value is KqlBoolean truth ? KqlBoolean.Of(!truth.Value) : value;

    private static KqlValue Ordered(KqlValue left, KqlValue right, Func<int, bool> test)
    {
        var (first, second) = Aligned(left, right);
        return KqlOrder.Between(first, second) is { } order ? KqlBoolean.Of(test(order)) : KqlNull.Instance;
    }

    private static (KqlValue Left, KqlValue Right) Aligned(KqlValue left, KqlValue right) => (left, right) switch
    {
        (KqlText, KqlText) => (left, right),
        (KqlText, KqlDateTime) => (KqlConvert.To(KqlType.DateTime, left), right),
        (KqlDateTime, KqlText) => (left, KqlConvert.To(KqlType.DateTime, right)),
        (KqlText, KqlTimespan) => (KqlConvert.To(KqlType.Timespan, left), right),
        (KqlTimespan, KqlText) => (left, KqlConvert.To(KqlType.Timespan, right)),
        (KqlText, not KqlNull) => (left, KqlConvert.To(KqlType.Text, right)),
        (not KqlNull, KqlText) => (KqlConvert.To(KqlType.Text, left), right),
        (KqlBoolean truth, KqlLong or KqlReal) => (new KqlLong(truth.Value ? 1 : 0), right),
        (KqlLong or KqlReal, KqlBoolean truth) => (left, new KqlLong(truth.Value ? 1 : 0)),
        _ => (left, right),
    };

    private static Func<string, string, bool>? TextTest(string name)
    {
        if (name is "=~") return (left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
        if (name is "!~") return (left, right) => !string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
        if (name.StartsWith('!')) return TextTest(name[1..]) is { } test ? (left, right) => !test(left, right) : null;
        var isExact = name.EndsWith("_cs", StringComparison.Ordinal);
        var comparison = isExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return (isExact ? name[..^3] : name) switch
        {
            "contains" => (left, right) => left.Contains(right, comparison),
            "startswith" => (left, right) => left.StartsWith(right, comparison),
            "endswith" => (left, right) => left.EndsWith(right, comparison),
            "has" => (left, right) => Terms.Has(left, right, comparison, atStart: true, atEnd: true),
            "hasprefix" => (left, right) => Terms.Has(left, right, comparison, atStart: true, atEnd: false),
            "hassuffix" => (left, right) => Terms.Has(left, right, comparison, atStart: false, atEnd: true),
            _ => null,
        };
    }
}
