using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Terraform;

/// <summary>Builds resources in ARM's shape.</summary>
internal static class ArmShape
{
    /// <summary>An object of these members; those that are undefined are left out, and an object without any is undefined.</summary>
    public static PolicyValue Object(params ReadOnlySpan<(string Name, PolicyValue Value)> members)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>();
        foreach (var (name, value) in members)
        {
            if (value is not UndefinedValue) properties.Add(KeyValuePair.Create(name, value));
        }

        return properties.Count == 0 ? UndefinedValue.Instance : new ObjectValue(properties.ToImmutable());
    }

    /// <summary>A resource: identity properties first, as ARM returns them. Its id is there once it is known.</summary>
    public static ObjectValue Resource(PlannedResource planned, string type, PolicyValue location, PolicyValue properties) => (ObjectValue)Object(
        ("id", planned.Values.Text("id") is { } id ? new TextValue(id) : UndefinedValue.Instance),
        ("type", new TextValue(type)),
        ("name", planned.Values["name"]),
        ("location", location),
        ("tags", planned.Values["tags"]),
        ("identity", planned.Values.Block("identity", Identity)),
        ("properties", properties is UndefinedValue ? PolicyValueReader.Object() : properties));

    /// <summary>An <c>identity</c> block: <c>SystemAssigned, UserAssigned</c> is written without a blank, and the ids become names of properties.</summary>
    public static PolicyValue Identity(PlanBlock block) => Object(
        ("type", block["type"] is TextValue type ? new TextValue(type.Value.Replace(", ", ",", StringComparison.Ordinal)) : UndefinedValue.Instance),
        ("principalId", block.NotEmpty("principal_id")),
        ("tenantId", block.NotEmpty("tenant_id")),
        ("userAssignedIdentities", block["identity_ids"] switch
        {
            ArrayValue { Items.IsEmpty: false } ids => Identities(ids),
            TextValue expression => expression,
            _ => UndefinedValue.Instance,
        }));

    // A name that is not known cannot be written down: then nobody knows which there are.
    private static PolicyValue Identities(ArrayValue ids) =>
        ids.Items.OfType<TextValue>().FirstOrDefault(id => UnresolvedExpression.Is(id.Value)) is { } expression ? expression
        : new ObjectValue([.. ids.Items.OfType<TextValue>().DistinctBy(id => id.Value).Select(id => KeyValuePair.Create(id.Value, (PolicyValue)PolicyValueReader.Object()))]);
}
