using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Comparison;

/// <summary>The normal forms of values, kind by kind of value.</summary>
internal static class NormalForms
{
    private static readonly ImmutableArray<string> ServerMetadata = ["createdBy", "createdOn", "updatedBy", "updatedOn", "lastSyncedToArgOn", "parameterScopes"];

    private static readonly ImmutableArray<string> ParameterTypes = ["String", "Array", "Object", "Boolean", "Integer", "Float", "DateTime"];

    /// <summary>Whether the service itself writes this metadata key.</summary>
    public static bool IsServerMetadata(string name) => ServerMetadata.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>An object of what is there.</summary>
    public static ObjectValue Build(params ReadOnlySpan<(string Name, PolicyValue Value)> properties) => Pruned(PolicyValueReader.Object(properties.ToArray()));

    /// <summary>Without members that are null: the service writes them for what nobody set.</summary>
    public static ObjectValue Pruned(ObjectValue value) => new([.. value.Properties.Where(property => property.Value is not (NullValue or UndefinedValue))]);

    /// <summary>Words for people: an empty text is none.</summary>
    public static PolicyValue Text(PolicyValue value) => value is TextValue { Value: "" } or NullValue ? UndefinedValue.Instance : value;

    /// <summary>Null, <c>{}</c> and <c>[]</c> are nothing, where that is so for the service.</summary>
    public static PolicyValue NotEmpty(PolicyValue value) =>
        value is NullValue or ObjectValue { Properties.IsEmpty: true } or ArrayValue { Items.IsEmpty: true } ? UndefinedValue.Instance : value;

    /// <summary>One of some words in any case; the first is the default.</summary>
    public static PolicyValue Word(PolicyValue value, params ImmutableArray<string> words) =>
        value is UndefinedValue or NullValue ? new TextValue(words[0]) : Canonical(value, words);

    /// <summary>A known word in its spelling; anything else as it is.</summary>
    public static PolicyValue Canonical(PolicyValue value, ImmutableArray<string> words) =>
        value is TextValue text && words.FirstOrDefault(word => string.Equals(word, text.Value, StringComparison.OrdinalIgnoreCase)) is { } known ? new TextValue(known) : value;

    /// <summary>Every object of an array in a form.</summary>
    public static PolicyValue Each(PolicyValue array, Func<ObjectValue, PolicyValue> form) =>
        NotEmpty(array is ArrayValue items ? new ArrayValue([.. items.Items.Select(item => item is ObjectValue member ? form(member) : item)]) : array);

    /// <summary>An array whose order means nothing.</summary>
    public static PolicyValue Sorted(PolicyValue array) =>
        NotEmpty(array is ArrayValue items ? new ArrayValue([.. items.Items.OrderBy(PolicyValueWriter.ToCompactJson, StringComparer.Ordinal)]) : array);

    /// <summary>A set of ids: neither order nor case nor a slash at the end mean anything.</summary>
    public static PolicyValue Ids(PolicyValue array) =>
        NotEmpty(array is ArrayValue items
            ? new ArrayValue([.. items.Items.OfType<TextValue>().Select(id => id.Value.TrimEnd('/').ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => new TextValue(id))])
            : array);

    /// <summary>A region: <c>West Europe</c> is <c>westeurope</c>.</summary>
    public static PolicyValue Region(PolicyValue value) => value is TextValue text ? new TextValue(text.Value.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()) : NotEmpty(value);

    /// <summary>A text whose case means nothing.</summary>
    public static PolicyValue Lower(PolicyValue value) => value is TextValue text ? new TextValue(text.Value.ToLowerInvariant()) : value;

    /// <summary>A role definition: the GUID at the end of its id, which may start with a subscription.</summary>
    public static PolicyValue RoleGuid(PolicyValue value) => value is TextValue text ? new TextValue(text.Value[(text.Value.LastIndexOf('/') + 1)..].ToLowerInvariant()) : value;

    /// <summary>An instant: the service writes its own precision and zone.</summary>
    public static PolicyValue Instant(PolicyValue value) =>
        value is TextValue text && DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? new TextValue(instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            : NotEmpty(value);

    /// <summary>An identity as it is declared: type and user-assigned identities; the service says the rest. None is nothing.</summary>
    public static PolicyValue Identity(PolicyValue value)
    {
        if (value is not ObjectValue identity || Canonical(identity["type"], ["SystemAssigned", "UserAssigned", "None"]) is not TextValue { Value: not "None" } type) return UndefinedValue.Instance;
        return Build(
            ("type", type),
            ("userAssignedIdentities", identity["userAssignedIdentities"] is ObjectValue ids ? Ids(new ArrayValue([.. ids.Properties.Select(one => new TextValue(one.Key))])) : UndefinedValue.Instance));
    }

    /// <summary>Metadata without what the service writes.</summary>
    public static PolicyValue Metadata(PolicyValue metadata) => NotEmpty(metadata is ObjectValue item
        ? new ObjectValue([.. Pruned(item).Properties.Where(property => !IsServerMetadata(property.Key))])
        : metadata);

    /// <summary>Parameter declarations: types in any case, allowed values as a set. Names keep their case, and are looked up without it.</summary>
    public static PolicyValue Declarations(PolicyValue declared) => NotEmpty(declared is ObjectValue parameters
        ? new ObjectValue([.. parameters.Properties.Select(one => KeyValuePair.Create(one.Key, one.Value is ObjectValue parameter ? Declaration(parameter) : one.Value))])
        : declared);

    private static ObjectValue Declaration(ObjectValue parameter) => new(
    [
        .. Pruned(parameter).Properties.Select(property => KeyValuePair.Create(property.Key, property.Key.ToLowerInvariant() switch
        {
            "type" => Canonical(property.Value, ParameterTypes),
            "allowedvalues" => Sorted(property.Value),
            _ => property.Value,
        })),
    ]);
}
