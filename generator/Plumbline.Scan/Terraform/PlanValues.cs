using System.Globalization;
using System.Text.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Terraform;

/// <summary>Puts together what a plan says of a resource: the values, which of them are known only after the apply, and which are sensitive.</summary>
internal static class PlanValues
{
    /// <summary>The values with expressions in the places of those that are not known or not to be shown.</summary>
    /// <param name="address">The resource's address.</param>
    /// <param name="after"><c>change.after</c>.</param>
    /// <param name="unknown"><c>change.after_unknown</c>: true in the places of what is not known.</param>
    /// <param name="sensitive"><c>change.after_sensitive</c>: true in the places of what is sensitive.</param>
    public static PolicyValue Merge(string address, JsonElement after, JsonElement unknown, JsonElement sensitive) => Merge(address, "", after, unknown, sensitive);

    /// <summary>The expression of a value that is known only after the apply.</summary>
    public static TextValue Unknown(string address, string path) => Expression("terraform", address, path);

    private static PolicyValue Merge(string address, string path, JsonElement after, JsonElement unknown, JsonElement sensitive)
    {
        if (unknown.ValueKind == JsonValueKind.True) return Unknown(address, path);
        if (sensitive.ValueKind == JsonValueKind.True && after.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) return Expression("sensitive", address, path);
        if (after.ValueKind == JsonValueKind.Object || (IsMissing(after) && unknown.ValueKind == JsonValueKind.Object)) return OfObject(address, path, after, unknown, sensitive);
        if (after.ValueKind == JsonValueKind.Array || (IsMissing(after) && unknown.ValueKind == JsonValueKind.Array)) return OfArray(address, path, after, unknown, sensitive);
        return after.ValueKind == JsonValueKind.Undefined ? UndefinedValue.Instance : PolicyValueReader.FromElement(after);
    }

    private static ObjectValue OfObject(string address, string path, JsonElement after, JsonElement unknown, JsonElement sensitive) => new(
    [
        .. Names(after).Concat(Names(unknown)).Distinct(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name, Merge(address, path.Length == 0 ? name : $"{path}.{name}", Member(after, name), Member(unknown, name), Member(sensitive, name)))),
    ]);

    private static ArrayValue OfArray(string address, string path, JsonElement after, JsonElement unknown, JsonElement sensitive) => new(
    [
        .. Enumerable.Range(0, Math.Max(Length(after), Length(unknown)))
            .Select(index => Merge(address, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), Item(after, index), Item(unknown, index), Item(sensitive, index))),
    ]);

    private static TextValue Expression(string function, string address, string path) => new($"[{function}('{address}.{path}')]");

    private static bool IsMissing(JsonElement element) => element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(property => property.Name) : [];

    private static JsonElement Member(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static int Length(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.GetArrayLength() : 0;

    private static JsonElement Item(JsonElement element, int index) => index < Length(element) ? element[index] : default;
}
