using Plumbline.Policy.Schemas;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>Makes resources and values that are valid for a schema and no larger than they need to be.</summary>
internal static class ResourceSketch
{
    private const int MaximumDepth = 6;
    private const string Group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/sample";

    /// <summary>A resource with its required properties only.</summary>
    public static ObjectValue Resource(string type, SchemaNode? schema)
    {
        var segments = type.Split('/');
        var name = string.Join('/', segments.Skip(1).Select(_ => "sample"));
        var isSubscription = string.Equals(type, "Microsoft.Resources/subscriptions", StringComparison.OrdinalIgnoreCase);
        var id = isSubscription ? Group[..Group.IndexOf("/resourceGroups", StringComparison.Ordinal)] : $"{Group}/providers/{segments[0]}/{string.Join('/', segments.Skip(1).Select(segment => segment + "/sample"))}";
        var named = PolicyValueReader.Object(("id", new TextValue(id)), ("name", new TextValue(name)), ("type", new TextValue(type)));
        if (schema?.Find("location") is not null) named = new(named.Properties.Add(new("location", Text("location"))));
        var required = schema is null ? [] : Required(schema, 0).Where(property => named[property.Key] is UndefinedValue);
        return new ObjectValue([.. named.Properties, .. required]);
    }

    /// <summary>A value of a schema: the first string it names, else a sample; an object with its required properties; an array with one member.</summary>
    public static PolicyValue Value(SchemaNode schema, string name, int depth = 0)
    {
        if (!schema.Values.IsEmpty) return new TextValue(schema.Values[0]);
        if (schema.Kinds.HasFlag(ValueKinds.Boolean)) return BooleanValue.Of(true);
        if (schema.Kinds.HasFlag(ValueKinds.Number)) return new IntegerValue(1);
        if (schema.Kinds.HasFlag(ValueKinds.Array)) return depth >= MaximumDepth || schema.Find(SchemaProperty.EachMember) is not { } member ? new ArrayValue([]) : new ArrayValue([Value(member.Value, name, depth + 1)]);
        return schema.Kinds.HasFlag(ValueKinds.Object) ? new ObjectValue([.. Required(schema, depth)]) : Text(name);
    }

    private static IEnumerable<KeyValuePair<string, PolicyValue>> Required(SchemaNode schema, int depth) => depth >= MaximumDepth ? [] : schema.Properties
        .Where(property => (property.NewestState & (PropertyState.Required | PropertyState.ReadOnly)) == PropertyState.Required)
        .Select(property => KeyValuePair.Create(property.Name, Value(property.Value, property.Name, depth + 1)));

    private static TextValue Text(string name) => new(EdgeSamples.Of(name)[0]);
}
