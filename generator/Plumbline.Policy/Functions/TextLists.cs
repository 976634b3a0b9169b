using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>From text to arrays of text and back.</summary>
internal static class TextLists
{
    // Every delimiter is tried at every position. A text and delimiters beyond this product could take minutes.
    private const long MaximumEffort = 1L << 28;

    public static PolicyValue Split(ImmutableArray<PolicyValue> arguments)
    {
        var text = ValueKinds.Text(arguments[0]);
        var delimiters = new List<string>();
        if (arguments[1] is ArrayValue array)
        {
            for (var i = 0; i < array.Items.Length; i++)
            {
                if (array.Items[i] is not TextValue item)
                    return new FailedValue($"split() takes an array of strings as argument 2; its member {i} is {ValueDescription.Of(array.Items[i])}");
                if (item.Value.Length > 0) delimiters.Add(item.Value);
            }
        }
        else if (arguments[1] is TextValue { Value.Length: > 0 } single)
        {
            delimiters.Add(single.Value);
        }

        if ((long)delimiters.Count * text.Length > MaximumEffort)
            return new FailedValue($"split() tries {delimiters.Count} delimiters at {text.Length} characters, which takes too long");
        return delimiters.Count == 0 ? new ArrayValue([arguments[0]]) : Values(text.Split([.. delimiters], StringSplitOptions.None));
    }

    public static PolicyValue Join(ImmutableArray<PolicyValue> arguments)
    {
        var items = ((ArrayValue)arguments[0]).Items;
        var separator = ValueKinds.Text(arguments[1]);
        var parts = new string[items.Length];
        var length = (long)separator.Length * Math.Max(0, items.Length - 1);
        for (var i = 0; i < parts.Length; i++)
        {
            if (items[i] is not TextValue item)
                return new FailedValue($"join() takes an array of strings as argument 1; its member {i} is {ValueDescription.Of(items[i])}");
            parts[i] = item.Value;
            length += item.Value.Length;
        }

        return length > EvaluationLimits.MaximumTextLength ? EvaluationLimits.TooLong("join") : new TextValue(string.Join(separator, parts));
    }

    private static ArrayValue Values(string[] parts)
    {
        var values = ImmutableArray.CreateBuilder<PolicyValue>(parts.Length);
        foreach (var part in parts) values.Add(new TextValue(part));
        return new ArrayValue(values.MoveToImmutable());
    }
}
