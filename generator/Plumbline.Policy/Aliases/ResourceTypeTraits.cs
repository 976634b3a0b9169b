using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace Plumbline.Policy.Aliases;

/// <summary>What is known of resource types beside their aliases: the list comes from the schemas of Azure.Bicep.Types.Az, all providers.</summary>
public static class ResourceTypeTraits
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverIndexed = new[]
    {
        "Microsoft.Resources/subscriptions", "Microsoft.Resources/subscriptions/resourceGroups", "Microsoft.Resources/resourceGroups",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Lazy<Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>>> Types = new(() => Read().GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Whether mode <c>Indexed</c> evaluates resources of a type: those with tags and a location. Null when the type is not known.</summary>
    /// <remarks>By the newest version of the type's schema: both must be there and writable. Resource groups and subscriptions are never evaluated in that mode.</remarks>
    /// <param name="resourceType">The full type in any case, such as <c>Microsoft.Network/virtualNetworks</c>.</param>
    public static bool? SupportsTagsAndLocation(ReadOnlySpan<char> resourceType) =>
        NeverIndexed.Contains(resourceType) ? false
        : Types.Value.TryGetValue(resourceType, out var supports) ? supports
        : null;

    // Each name as the count of characters it shares with the one before, doubled and with the answer as lowest bit, and the rest.
    private static Dictionary<string, bool> Read()
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(EmbeddedPack.Read("Aliases.resource-types.pack")), CompressionMode.Decompress), Encoding.UTF8);
        var count = reader.Read7BitEncodedInt();
        var types = new Dictionary<string, bool>(count, StringComparer.OrdinalIgnoreCase);
        var previous = "";
        for (; count > 0; count--)
        {
            var head = reader.Read7BitEncodedInt();
            previous = string.Concat(previous.AsSpan(0, head >> 1), reader.ReadString());
            types[previous] = (head & 1) == 1;
        }

        return types;
    }
}
