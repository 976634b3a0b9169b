using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Schemas;

namespace Plumbline.Emulator.Authoring;

/// <summary>
/// Which members a policy object has in an api-version, after the published schema of its type: what a version does not have it neither accepts nor shows.
/// </summary>
internal sealed class PolicyDocumentSchema
{
    private readonly string typeName;
    private readonly ResourceSchema schema;
    private readonly int age;

    private PolicyDocumentSchema(string typeName, ResourceSchema schema, int age)
    {
        this.typeName = typeName;
        this.schema = schema;
        this.age = age;
    }

    /// <summary>The schema of a type in an api-version; null when there is none.</summary>
    public static PolicyDocumentSchema? Of(string type, string apiVersion) =>
        ResourceSchemas.Published.TryFind(type, out var schema) && schema.AgeOf(apiVersion) is { } age ? new PolicyDocumentSchema(NameOf(type), schema, age) : null;

    /// <summary>The schema of a type in its newest api-version; null when there is none.</summary>
    public static PolicyDocumentSchema? Newest(string type) =>
        ResourceSchemas.Published.TryFind(type, out var schema) ? new PolicyDocumentSchema(NameOf(type), schema, age: 0) : null;

    /// <summary>What is wrong with a document that was sent: no <c>properties</c>, a member that the version does not have, or a value of the wrong JSON type; null when nothing is.</summary>
    public ArmError? Check(JsonObject body)
    {
        if (body["properties"] is not JsonObject properties)
        {
            return ArmErrors.InvalidRequestContent(body["properties"] is null
                ? $"Required property 'properties' not found in JSON. Path ''"
                : "Error converting the value of 'properties' to an object. Path 'properties'");
        }

        if (properties["metadata"] is { } metadata and not JsonObject)
            return ArmErrors.InvalidRequestContent($"Error converting value {Shown(metadata)} to type '{ValueKinds.Object}'. Path 'properties.metadata'");
        if (schema.Root.Find("properties") is not { } root) return null;
        var unknown = properties.FirstOrDefault(member => root.Value.Find(member.Key) is null).Key;
        return unknown is not null ? NoMember(unknown, "properties." + unknown) : Check(body, schema.Root, string.Empty);
    }

    /// <summary>Without the members that the version does not have.</summary>
    public void Trim(JsonObject document) => Trim(document, schema.Root);

    /// <summary>Without the members of <c>properties</c> that only the service sets.</summary>
    public void RemoveReadOnly(JsonObject document) => RemoveReadOnly(document, schema.Root, isRoot: true);

    private ArmError? Check(JsonNode? node, SchemaNode expected, string path)
    {
        if (node is null || expected.Kinds.HasFlag(ValueKinds.Any) || expected.Kinds == ValueKinds.None) return null;
        if (!IsOf(node, expected.Kinds)) return ArmErrors.InvalidRequestContent($"Error converting value {Shown(node)} to type '{expected.Kinds}'. Path '{path}'");
        return node switch
        {
            JsonObject item => item.Select(member => Check(member, expected, path)).FirstOrDefault(error => error is not null),
            JsonArray array => expected.Find(SchemaProperty.EachMember) is { } member
                ? array.Select((item, index) => Check(item, member.Value, $"{path}[{index}]")).FirstOrDefault(error => error is not null)
                : null,
            _ => null,
        };
    }

    private ArmError? Check(KeyValuePair<string, JsonNode?> member, SchemaNode expected, string path)
    {
        var at = path.Length == 0 ? member.Key : $"{path}.{member.Key}";
        if (expected.Find(member.Key) is not { } known) return null;
        return known.StateAt(age) == PropertyState.Absent && path.Length > 0 ? NoMember(member.Key, at) : Check(member.Value, known.Value, at);
    }

    private ArmError NoMember(string name, string path) =>
        ArmErrors.InvalidRequestContent($"Could not find member '{name}' on object of type '{typeName}'. Path '{path}'");

    private void Trim(JsonNode? node, SchemaNode shape)
    {
        if (shape.Kinds.HasFlag(ValueKinds.Any)) return;
        if (node is JsonArray array && shape.Find(SchemaProperty.EachMember) is { } each)
        {
            foreach (var item in array) Trim(item, each.Value);
        }

        if (node is not JsonObject document) return;
        foreach (var name in document.Select(member => member.Key).ToList())
        {
            if (shape.Find(name) is not { } known) continue;
            if (known.StateAt(age) == PropertyState.Absent) document.Remove(name);
            else Trim(document[name], known.Value);
        }
    }

    private static void RemoveReadOnly(JsonNode? node, SchemaNode shape, bool isRoot)
    {
        if (shape.Kinds.HasFlag(ValueKinds.Any)) return;
        if (node is JsonArray array && shape.Find(SchemaProperty.EachMember) is { } each)
        {
            foreach (var item in array) RemoveReadOnly(item, each.Value, isRoot: false);
        }

        if (node is not JsonObject document) return;
        foreach (var name in document.Select(member => member.Key).ToList())
        {
            if (shape.Find(name) is not { } known || (isRoot && name != "properties")) continue;
            if (known.NewestState.HasFlag(PropertyState.ReadOnly)) document.Remove(name);
            else RemoveReadOnly(document[name], known.Value, isRoot: false);
        }
    }

    private static bool IsOf(JsonNode node, ValueKinds kinds) => node.GetValueKind() switch
    {
        JsonValueKind.String => kinds.HasFlag(ValueKinds.String),
        JsonValueKind.Number => kinds.HasFlag(ValueKinds.Number),
        JsonValueKind.True or JsonValueKind.False => kinds.HasFlag(ValueKinds.Boolean),
        JsonValueKind.Object => kinds.HasFlag(ValueKinds.Object),
        JsonValueKind.Array => kinds.HasFlag(ValueKinds.Array),
        _ => true,
    };

    private static string Shown(JsonNode node)
    {
        const int most = 80;
        var text = Json.Compact(node);
        return text.Length > most ? text[..most] + "..." : text;
    }

    // As the service calls its types: PolicyDefinitionProperties.
    private static string NameOf(string type)
    {
        var name = type[(type.LastIndexOf('/') + 1)..];
        return $"{char.ToUpperInvariant(name[0])}{name[1..^1]}Properties";
    }
}
