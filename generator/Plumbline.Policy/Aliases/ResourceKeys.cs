using System.Collections.Frozen;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Aliases;

/// <summary>The keys of resources: which stand beside <c>properties</c>, and their case.</summary>
internal static class ResourceKeys
{
    // What PolicyValueReader refuses beyond; below, the case of keys is left alone.
    private const int MaximumDepth = 2048;

    private static readonly string[] RootFields =
    [
        "name", "type", "location", "kind", "id", "tags", "identity", "sku", "plan", "zones", "managedBy", "etag",
        "apiVersion", "fullName", "systemData", "extendedLocation",
    ];

    private static readonly FrozenSet<string> Root = RootFields.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keys in ARM's case, for where no alias tells it.</summary>
    public static FrozenDictionary<string, string> ArmCase { get; } = RootFields.Concat(
    [
        "provisioningState", "resourceGuid", "principalId", "tenantId", "clientId", "userAssignedIdentities", "promotionCode",
        "createdBy", "createdByType", "createdAt", "lastModifiedBy", "lastModifiedByType", "lastModifiedAt", "privateEndpointConnections", "publicNetworkAccess", "properties",
    ]).ToFrozenDictionary(Lower, StringComparer.Ordinal);

    /// <summary>Whether the key stands beside <c>properties</c>, in any case.</summary>
    public static bool IsRootField(string key) => Root.Contains(key);

    /// <summary>The text with A to Z in lower case; other letters stay.</summary>
    public static string Lower(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('A', 'Z')) return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var index = 0; index < target.Length; index++) target[index] = char.IsAsciiLetterUpper(source[index]) ? (char)(source[index] | 0x20) : source[index];
        });
    }

    /// <summary>A root member with all its keys in lower case. Of tags and identity only the first level: the keys below are names and ids of the user's.</summary>
    public static PolicyValue LowerMember(string key, PolicyValue value) =>
        key is "tags" or "identity" ? value is ObjectValue item ? Object(item.Properties.Select(member => KeyValuePair.Create(Lower(member.Key), member.Value))) : value : LowerKeys(value);

    /// <summary>The value with all keys in lower case.</summary>
    public static PolicyValue LowerKeys(PolicyValue value) => LowerKeys(value, 0);

    /// <summary>An object of these members; of equal keys the last one counts, at the place of the first.</summary>
    public static ObjectValue Object(IEnumerable<KeyValuePair<string, PolicyValue>> members)
    {
        var unique = new OrderedDictionary<string, PolicyValue>(StringComparer.Ordinal);
        foreach (var (key, value) in members) unique[key] = value;
        return new([.. unique]);
    }

    private static PolicyValue LowerKeys(PolicyValue value, int depth) => value switch
    {
        _ when depth > MaximumDepth => value,
        ObjectValue item => Object(item.Properties.Select(member => KeyValuePair.Create(Lower(member.Key), LowerKeys(member.Value, depth + 1)))),
        ArrayValue item => new ArrayValue([.. item.Items.Select(member => LowerKeys(member, depth + 1))]),
        _ => value,
    };
}
