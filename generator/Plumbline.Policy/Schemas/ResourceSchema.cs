using System.Collections.Immutable;
using Plumbline.Policy.Aliases;

namespace Plumbline.Policy.Schemas;

/// <summary>The schema of a resource type: all its api-versions in one graph of properties.</summary>
/// <param name="Type">The full type as Azure writes it, such as <c>Microsoft.App/containerApps</c>.</param>
/// <param name="ApiVersions">Oldest first; a preview comes before the stable version of its day.</param>
/// <param name="Root">The resource itself. Types may hold one another: a walk over the properties needs a limit on its depth.</param>
public sealed record ResourceSchema(string Type, ImmutableArray<string> ApiVersions, SchemaNode Root)
{
    /// <summary>The newest stable api-version, or the newest preview when no version is stable.</summary>
    public string NewestApiVersion => ApiVersions.LastOrDefault(version => !IsPreview(version)) ?? ApiVersions[^1];

    /// <summary>How many api-versions are newer than one, in any case; null when the type does not have it.</summary>
    public int? AgeOf(string apiVersion)
    {
        for (var at = ApiVersions.Length - 1; at >= 0; at--)
        {
            if (string.Equals(ApiVersions[at], apiVersion, StringComparison.OrdinalIgnoreCase)) return ApiVersions.Length - 1 - at;
        }

        return null;
    }

    /// <summary>Whether an api-version is not stable: text follows its date.</summary>
    public static bool IsPreview(string apiVersion) => apiVersion.Length > "yyyy-MM-dd".Length;

    /// <summary>What is known of the property at a path such as <c>properties.configuration.ingress.external</c>; null when no api-version has it.</summary>
    /// <param name="path">From the root of the resource, with <c>[*]</c> for members of an array; names in any case.</param>
    public PropertyFacts? Find(string path)
    {
        var states = Enumerable.Repeat(PropertyState.Present | PropertyState.Required, ApiVersions.Length).ToArray();
        var node = Root;
        var steps = AliasPath.Parse(path).Steps;
        for (var at = 0; at < steps.Length; at++)
        {
            if (node.Find(steps[at]) is not { } property) return IsOpen(node) ? new PropertyFacts(path, Unknown, Versions(states)) : null;
            Narrow(states, property.States(states.Length), IsWrapper(property, at));
            node = property.Value;
        }

        return new PropertyFacts(path, node, Versions(states));
    }

    private static SchemaNode Unknown { get; } = new(ValueKinds.Any, [], acceptsOtherValues: true, []);

    private static bool IsOpen(SchemaNode node) => node.Kinds.HasFlag(ValueKinds.Any) || (node.Kinds == ValueKinds.Object && node.Properties.IsEmpty);

    // 'properties' is never left out, and what an alias tells of an array it tells of the members that are there.
    private static bool IsWrapper(SchemaProperty property, int at) => property.Name == SchemaProperty.EachMember || (at == 0 && property.Name == "properties");

    // INVARIANT: an absent property has nothing below it; what may be anything may have any property, besides those of its other forms.
    private static void Narrow(PropertyState[] states, ImmutableArray<PropertyState> step, bool isWrapper)
    {
        for (var version = 0; version < states.Length; version++)
        {
            var (around, own) = (states[version], step[version]);
            if (around == PropertyState.Absent) continue;
            if (own != PropertyState.Absent) states[version] = Below(around, isWrapper ? own | PropertyState.Required : own);
            else states[version] = around.HasFlag(PropertyState.Untyped) ? around & ~PropertyState.Required : own;
        }
    }

    private static PropertyState Below(PropertyState around, PropertyState own) =>
        ((around | own) & ~PropertyState.Required) | (around & own & PropertyState.Required);

    private ImmutableArray<PropertyVersion> Versions(PropertyState[] states) => [.. ApiVersions.Select((version, index) => new PropertyVersion(version, states[index]))];
}
