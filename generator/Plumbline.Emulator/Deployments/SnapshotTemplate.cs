using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>Makes a plain template of a snapshot, so that what the snapshot leaves open is evaluated like that of any template.</summary>
internal static class SnapshotTemplate
{
    /// <summary>A template without parameters that makes the same resources.</summary>
    /// <param name="original">The template that was expanded, for the types of its outputs.</param>
    /// <param name="snapshot">What an expander made of it.</param>
    public static ObjectValue Of(ObjectValue original, TemplateSnapshot snapshot) => PolicyValueReader.Object(
        ("$schema", original["$schema"]),
        ("contentVersion", original["contentVersion"]),
        ("resources", new ArrayValue([.. snapshot.Resources.Select(Resource)])),
        ("outputs", Outputs(original["outputs"] as ObjectValue ?? new ObjectValue([]), snapshot.Outputs)));

    private static ObjectValue Resource(ObjectValue resource)
    {
        var members = resource.Properties.Where(property => property.Key is not "id").ToList();
        if (resource["id"] is TextValue id && resource["type"] is TextValue type && ScopeOf(id.Value, type.Value) is { } scope) members.Add(new("scope", new TextValue(scope)));
        return new ObjectValue([.. members]);
    }

    // What stands before the type in an id: a type has as many names as segments after its namespace.
    private static string? ScopeOf(string id, string type)
    {
        var segments = id.Split('/');
        var own = 2 + ((type.Split('/').Length - 1) * 2);
        if (string.Equals(type, "Microsoft.Resources/resourceGroups", StringComparison.OrdinalIgnoreCase) || segments.Length < own) return null;
        var scope = string.Join('/', segments[..^own]);
        return scope.Length == 0 ? "/" : scope;
    }

    private static ObjectValue Outputs(ObjectValue declared, ObjectValue values)
    {
        var outputs = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>();
        foreach (var (name, value) in values.Properties)
        {
            if (declared[name] is ObjectValue declaration && declaration["type"] is TextValue type)
                outputs.Add(KeyValuePair.Create(name, (PolicyValue)PolicyValueReader.Object(("type", type), ("value", value))));
        }

        return new ObjectValue(outputs.ToImmutable());
    }
}
