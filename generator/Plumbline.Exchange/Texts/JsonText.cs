using Plumbline.Policy.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Texts;

/// <summary>JSON as the exported files have it.</summary>
internal static class JsonText
{
    /// <summary>The value with two spaces of indentation, LF and a final newline.</summary>
    public static string Of(PolicyValue value) => CanonicalJsonWriter.Write(PolicyValueWriter.ToToken(value));

    /// <summary>An object of those properties that have a value.</summary>
    public static ObjectValue Object(params ReadOnlySpan<(string Name, PolicyValue Value)> properties) =>
        new([.. PolicyValueReader.Object(properties.ToArray()).Properties.Where(property => property.Value is not UndefinedValue)]);

    /// <summary>A text, or no value.</summary>
    public static PolicyValue Text(string? text) => text is null ? UndefinedValue.Instance : new TextValue(text);

    /// <summary>A list of texts, or no value when there are none.</summary>
    public static PolicyValue Texts(IEnumerable<string> texts) => List(texts.Select(text => new TextValue(text)));

    /// <summary>A list, or no value when it is empty.</summary>
    public static PolicyValue List(IEnumerable<PolicyValue> items) => new ArrayValue([.. items]) is { Items.IsEmpty: false } list ? list : UndefinedValue.Instance;

    /// <summary>The object without some properties.</summary>
    public static ObjectValue Without(ObjectValue value, params ReadOnlySpan<string> names)
    {
        var dropped = names.ToArray();
        return new([.. value.Properties.Where(property => !dropped.Contains(property.Key, StringComparer.OrdinalIgnoreCase))]);
    }

    /// <summary>The object with one property set: in its place, or at the end.</summary>
    public static ObjectValue With(ObjectValue value, string name, PolicyValue set)
    {
        var at = value.Properties.ToList().FindIndex(property => string.Equals(property.Key, name, StringComparison.OrdinalIgnoreCase));
        var pair = KeyValuePair.Create(name, set);
        return new(at < 0 ? value.Properties.Add(pair) : value.Properties.SetItem(at, pair));
    }
}
