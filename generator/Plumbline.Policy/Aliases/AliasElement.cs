using System.Collections.Immutable;
using System.Text.Json;

namespace Plumbline.Policy.Aliases;

/// <summary>Reads one alias of Azure's JSON.</summary>
internal static class AliasElement
{
    /// <summary>The alias, or null when it has no default path. In a data-plane manifest the first path is the default one.</summary>
    public static Alias? Read(JsonElement element, string name, bool isManifest)
    {
        var versions = VersionPaths(element);
        var path = PathOf(Member(element, "defaultPath")) ?? (isManifest && versions.Length > 0 ? versions[0].Path : null);
        if (path is null) return null;
        return new Alias(name, path, IsDerived: false)
        {
            VersionPaths = versions,
            ValueType = Text(Member(element, "defaultMetadata"), "type"),
            IsModifiable = IsModifiable(Member(element, "defaultMetadata")),
            Pattern = Text(Member(element, "defaultPattern"), "phrase"),
        };
    }

    /// <summary>The member of an object in any case, or null when there is none or it is null.</summary>
    public static JsonElement? Member(JsonElement? element, string name)
    {
        if (element is not { ValueKind: JsonValueKind.Object } owner) return null;
        if (owner.TryGetProperty(name, out var exact)) return exact.ValueKind == JsonValueKind.Null ? null : exact;
        foreach (var member in owner.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) return member.Value.ValueKind == JsonValueKind.Null ? null : member.Value;
        }

        return null;
    }

    /// <summary>The text of a member, or null when it is none.</summary>
    public static string? Text(JsonElement? element, string name) => Text(Member(element, name));

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    // The Azure CLI prints the default path as an object.
    private static string? PathOf(JsonElement? value) => (Text(value) ?? Text(value, "path")) is { Length: > 0 } path ? path : null;

    private static ImmutableArray<AliasVersionPath> VersionPaths(JsonElement alias)
    {
        if (Member(alias, "paths") is not { ValueKind: JsonValueKind.Array } paths) return [];
        var versions = ImmutableArray.CreateBuilder<AliasVersionPath>();
        foreach (var path in paths.EnumerateArray())
        {
            if (Text(path, "path") is not { Length: > 0 } text) continue;
            versions.Add(new(text, [.. Texts(path, "apiVersions"), .. Texts(path, "schemaVersions")], IsModifiable(Member(path, "metadata"))));
        }

        return versions.ToImmutable();
    }

    private static IEnumerable<string> Texts(JsonElement owner, string name)
    {
        if (Member(owner, name) is not { ValueKind: JsonValueKind.Array } list) yield break;
        foreach (var item in list.EnumerateArray())
        {
            if (Text(item) is { } text) yield return text;
        }
    }

    // "Modifiable" is one of several comma-separated attributes; metadata without it says no.
    private static bool? IsModifiable(JsonElement? metadata) => metadata is not { ValueKind: JsonValueKind.Object }
        ? null
        : Text(metadata, "attributes")?.Split(',', StringSplitOptions.TrimEntries).Contains("Modifiable", StringComparer.OrdinalIgnoreCase) ?? false;
}
