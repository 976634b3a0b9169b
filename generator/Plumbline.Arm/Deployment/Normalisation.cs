using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Deployment;

/// <summary>
/// Brings the <c>properties</c> of an object into the form in which two of them can be compared: only what a deployment owns,
/// defaults written out, empty and null as absent. What a rule or a default value says is never touched.
/// </summary>
internal static class Normalisation
{
    private static readonly ImmutableArray<string> ServerMetadata = ["createdBy", "createdOn", "updatedBy", "updatedOn", "lastSyncedToArgOn", "parameterScopes"];

    private static readonly ImmutableArray<string> ParameterTypes = ["String", "Array", "Object", "Boolean", "Integer", "Float", "DateTime"];

    /// <summary>The comparable form.</summary>
    public static ObjectValue Of(ArmObjectKind kind, ObjectValue properties) => kind switch
    {
        ArmObjectKind.PolicyDefinition => Build(
            ("displayName", Text(properties["displayName"])),
            ("description", Text(properties["description"])),
            ("mode", Word(properties["mode"], "Indexed", "All")),
            ("metadata", Metadata(properties["metadata"])),
            ("version", properties["version"]),
            ("parameters", Declarations(properties["parameters"])),
            ("policyRule", properties["policyRule"])),
        ArmObjectKind.PolicySetDefinition => Build(
            ("displayName", Text(properties["displayName"])),
            ("description", Text(properties["description"])),
            ("metadata", Metadata(properties["metadata"])),
            ("version", properties["version"]),
            ("parameters", Declarations(properties["parameters"])),
            ("policyDefinitionGroups", Each(properties["policyDefinitionGroups"], Pruned)),
            ("policyDefinitions", Each(properties["policyDefinitions"], Member))),
        _ => Build(
            ("displayName", Text(properties["displayName"])),
            ("policyDefinitionId", properties["policyDefinitionId"]),
            ("enforcementMode", Word(properties["enforcementMode"], "Default", "DoNotEnforce")),
            ("metadata", Metadata(properties["metadata"])),
            ("parameters", NotEmpty(properties["parameters"]))),
    };

    /// <summary>Whether the service itself writes this metadata key.</summary>
    public static bool IsServerMetadata(string name) => ServerMetadata.Contains(name, StringComparer.OrdinalIgnoreCase);

    // A repeated reference id would be two members under one key; ARM refuses that document.
    private static PolicyValue Member(ObjectValue member) => Build(
        ("policyDefinitionReferenceId", member["policyDefinitionReferenceId"]),
        ("policyDefinitionId", member["policyDefinitionId"]),
        ("definitionVersion", member["definitionVersion"]),
        ("parameters", NotEmpty(member["parameters"])),
        ("groupNames", NotEmpty(member["groupNames"] is ArrayValue groups ? new ArrayValue([.. groups.Items.OrderBy(PolicyValueWriter.ToCompactJson, StringComparer.Ordinal)]) : member["groupNames"])));

    private static PolicyValue Declarations(PolicyValue declared) => NotEmpty(declared is ObjectValue parameters
        ? new ObjectValue([.. parameters.Properties.Select(one => KeyValuePair.Create(one.Key, one.Value is ObjectValue parameter ? Declaration(parameter) : one.Value))])
        : declared);

    private static ObjectValue Declaration(ObjectValue parameter) => new(
    [
        .. Pruned(parameter).Properties.Select(property => string.Equals(property.Key, "type", StringComparison.OrdinalIgnoreCase)
            ? KeyValuePair.Create(property.Key, Canonical(property.Value, ParameterTypes))
            : property),
    ]);

    private static PolicyValue Metadata(PolicyValue metadata) => NotEmpty(metadata is ObjectValue item
        ? new ObjectValue([.. Pruned(item).Properties.Where(property => !IsServerMetadata(property.Key))])
        : metadata);

    private static PolicyValue Each(PolicyValue array, Func<ObjectValue, PolicyValue> form) =>
        NotEmpty(array is ArrayValue items ? new ArrayValue([.. items.Items.Select(item => item is ObjectValue member ? form(member) : item)]) : array);

    private static PolicyValue Text(PolicyValue value) => value is TextValue { Value: "" } or NullValue ? UndefinedValue.Instance : value;

    private static PolicyValue NotEmpty(PolicyValue value) =>
        value is NullValue or ObjectValue { Properties.IsEmpty: true } or ArrayValue { Items.IsEmpty: true } ? UndefinedValue.Instance : value;

    // The first word is the default.
    private static PolicyValue Word(PolicyValue value, params ImmutableArray<string> words) =>
        value is UndefinedValue or NullValue ? new TextValue(words[0]) : Canonical(value, words);

    private static PolicyValue Canonical(PolicyValue value, ImmutableArray<string> words) =>
        value is TextValue text && words.FirstOrDefault(word => string.Equals(word, text.Value, StringComparison.OrdinalIgnoreCase)) is { } known ? new TextValue(known) : value;

    private static ObjectValue Pruned(ObjectValue value) => new([.. value.Properties.Where(property => property.Value is not (NullValue or UndefinedValue))]);

    private static ObjectValue Build(params ReadOnlySpan<(string Name, PolicyValue Value)> properties) => Pruned(PolicyValueReader.Object(properties.ToArray()));
}
