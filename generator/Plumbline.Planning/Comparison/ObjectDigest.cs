using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Comparison;

/// <summary>
/// The digest of JSON: <c>sha256:</c> and hexadecimal digits over a canonical text, in which the order of keys means nothing and everything else does.
/// </summary>
public static class ObjectDigest
{
    // What the service writes without anybody having changed the object.
    private static readonly ImmutableHashSet<string> ServerProperties = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "systemData", "etag", "eTag", "latestDefinitionVersion", "effectiveDefinitionVersion", "versions", "provisioningState", "createdOn", "updatedOn", "createdBy", "updatedBy", "lastSyncedToArgOn");

    /// <summary>The digest of a value.</summary>
    public static string Of(PolicyValue value) => OfText(PolicyValueWriter.ToCompactJson(Sorted(value)));

    /// <summary>The digest of a text.</summary>
    public static string OfText(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// The digest of an object as an endpoint has it: everything anybody could have written counts, what the service stamps on it does not.
    /// Ids are compared without regard to case, so their case is left out.
    /// </summary>
    public static string OfLive(ArmObject live)
    {
        ImmutableArray<KeyValuePair<string, PolicyValue>> writable =
        [
            .. live.Document.Properties.Where(property => !string.Equals(property.Key, "id", StringComparison.OrdinalIgnoreCase) && !string.Equals(property.Key, "name", StringComparison.OrdinalIgnoreCase) && !string.Equals(property.Key, "type", StringComparison.OrdinalIgnoreCase)),
            KeyValuePair.Create<string, PolicyValue>("id", new TextValue(live.Id.ToLowerInvariant())),
        ];
        return Of(WithoutServerProperties(new ObjectValue(writable), 0));
    }

    private static PolicyValue WithoutServerProperties(PolicyValue value, int depth) => value is ObjectValue item && depth < 3
        ? new ObjectValue([.. item.Properties.Where(property => !ServerProperties.Contains(property.Key)).Select(property => KeyValuePair.Create(property.Key, WithoutServerProperties(property.Value, depth + 1)))])
        : value;

    private static PolicyValue Sorted(PolicyValue value) => value switch
    {
        ObjectValue item => new ObjectValue([.. item.Properties.Where(property => property.Value is not UndefinedValue).OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => KeyValuePair.Create(property.Key, Sorted(property.Value)))]),
        ArrayValue items => new ArrayValue([.. items.Items.Select(Sorted)]),
        _ => value,
    };
}
