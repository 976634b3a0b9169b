using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>Writes the mark of ownership into the metadata of a body.</summary>
internal static class MarkedProperties
{
    /// <summary>The body with the mark; keys of the document come first, in their order.</summary>
    /// <param name="environment">Whose it is.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="declaredName">The name it is declared under.</param>
    /// <param name="body">The body without the mark.</param>
    /// <param name="more">Further keys.</param>
    public static ObjectValue Of(DeploymentEnvironment environment, ArmObjectKind kind, string declaredName, ObjectValue body, params ReadOnlySpan<(string Key, string Value)> more)
    {
        var properties = body["properties"] as ObjectValue ?? new ObjectValue([]);
        var metadata = (properties["metadata"] as ObjectValue ?? new ObjectValue([])).Properties.Where(property => !OwnershipMark.Keys.Contains(property.Key)).ToImmutableArray().ToBuilder();
        foreach (var (key, value) in more) metadata.Add(Pair(key, value));
        metadata.Add(Pair(OwnershipMark.Owner, environment.OwnerId));
        metadata.Add(Pair(OwnershipMark.Environment, environment.Name));
        metadata.Add(Pair(OwnershipMark.Name, declaredName));
        metadata.Add(Pair(OwnershipMark.EpacOwner, environment.OwnerId));
        metadata.Add(Pair(OwnershipMark.Digest, ObjectComparison.ContentDigest(kind, body)));
        return WritableBody.With(body, "properties", WritableBody.With(properties, "metadata", new ObjectValue(metadata.ToImmutable())));
    }

    private static KeyValuePair<string, PolicyValue> Pair(string key, string value) => KeyValuePair.Create<string, PolicyValue>(key, new TextValue(value));
}
