using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>Azure's limits at evaluation time. What exceeds one is an evaluation error.</summary>
/// <remarks>Every value that a call answers with is within them, so that functions may walk their arguments without fear of depth or size.</remarks>
internal static class EvaluationLimits
{
    /// <summary>The longest string, in UTF-16 units.</summary>
    public const int MaximumTextLength = 131_072;

    /// <summary>The most values inside of an array or object, at any depth.</summary>
    public const int MaximumNodes = 32_768;

    /// <summary>The most arrays and objects inside of each other, the outermost included.</summary>
    public const int MaximumDepth = 128;

    /// <summary>The most arguments of one call.</summary>
    public const int MaximumArguments = 128;

    /// <summary>The failure of a function whose string would be too long.</summary>
    public static FailedValue TooLong(string function) =>
        new($"{function}() makes a string of more than {MaximumTextLength} characters, the limit of Azure Policy");

    /// <summary>A member of a value: its size is that of a part, but a resource may hold strings beyond the limit.</summary>
    public static PolicyValue CheckText(PolicyValue member) =>
        member is TextValue { Value.Length: > MaximumTextLength } ? new FailedValue($"the member is a string of more than {MaximumTextLength} characters, the limit of Azure Policy") : member;

    /// <summary>The value, or a failure that names the limit it exceeds.</summary>
    public static PolicyValue Check(PolicyValue value, string function) => value switch
    {
        TextValue { Value.Length: > MaximumTextLength } => TooLong(function),
        ArrayValue or ObjectValue when Excess(value) is { } excess => new FailedValue($"{function}() makes a value {excess}, the limit of Azure Policy"),
        _ => value,
    };

    private static string? Excess(PolicyValue value)
    {
        var nodes = 0;
        if (IsWithin(value, 1, ref nodes)) return null;
        return nodes > MaximumNodes ? $"of more than {MaximumNodes} members" : $"nested deeper than {MaximumDepth} levels";
    }

    private static bool IsWithin(PolicyValue value, int depth, ref int nodes) => value switch
    {
        ArrayValue array => IsWithin(array, depth, ref nodes),
        ObjectValue item => IsWithin(item, depth, ref nodes),
        _ => true,
    };

    private static bool IsWithin(ArrayValue array, int depth, ref int nodes)
    {
        nodes += array.Items.Length;
        if (depth > MaximumDepth || nodes > MaximumNodes) return false;
        foreach (var item in array.Items)
        {
            if (!IsWithin(item, depth + 1, ref nodes)) return false;
        }

        return true;
    }

    private static bool IsWithin(ObjectValue value, int depth, ref int nodes)
    {
        nodes += value.Properties.Length;
        if (depth > MaximumDepth || nodes > MaximumNodes) return false;
        foreach (var property in value.Properties)
        {
            if (!IsWithin(property.Value, depth + 1, ref nodes)) return false;
        }

        return true;
    }
}
