using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Emulator.Authoring;

/// <summary>
/// The versions of definitions and initiatives. INVARIANT: the object itself is its newest version; the others are its children <c>versions/{version}</c>,
/// and its <c>versions</c> lists all of them, oldest first.
/// </summary>
internal static class PolicyVersions
{
    /// <summary>The version of what was written without one.</summary>
    public const string First = "1.0.0";

    private const string Child = "versions";

    /// <summary>The version of an object or of a version of it.</summary>
    public static string Of(StoredResource stored) =>
        stored.PropertyText("version") ?? stored.Property("metadata")?.Text("version") ?? First;

    /// <summary>With a definition or an initiative as it was PUT: an older version of it is kept, and a newer one stays the object itself. All else is just kept.</summary>
    public static ArmState Keep(ArmState state, StoredResource candidate)
    {
        if (!candidate.Id.Is(ResourceTypes.PolicyDefinition) && !candidate.Id.Is(ResourceTypes.PolicySetDefinition)) return state.With(candidate);
        if (state.Find(candidate.Id) is not { } existing) return Listed(state, candidate);
        var order = Order(candidate).CompareTo(Order(existing));
        if (order < 0) return Listed(state.With(AsVersion(candidate, candidate.Id)), existing);
        var moved = order > 0 ? state.With(AsVersion(existing, candidate.Id)) : state;
        return Listed(WithoutVersion(moved, candidate.Id, Of(candidate)), candidate);
    }

    /// <summary>Objects of which several documents may be there, a version each, as they are stored.</summary>
    public static IEnumerable<StoredResource> Stored(IEnumerable<StoredResource> documents) =>
        documents.GroupBy(document => document.Id).SelectMany(versions => versions.Skip(1).Any() ? Stacked([.. versions.OrderBy(Order)]) : versions);

    /// <summary>All versions of an object, newest first, as documents of the child type.</summary>
    public static ImmutableArray<StoredResource> All(ArmState state, StoredResource stored) =>
        [.. Children(state, stored.Id).Append(AsVersion(stored, stored.Id)).OrderByDescending(Order)];

    /// <summary>One version, as a document of the child type; null when there is none.</summary>
    public static StoredResource? Find(ArmState state, StoredResource stored, string version) =>
        All(state, stored).FirstOrDefault(item => string.Equals(item.Id.Name, version, StringComparison.OrdinalIgnoreCase));

    /// <summary>Without one version; the newest of the others becomes the object. Null when it is the only one.</summary>
    public static ArmState? Without(ArmState state, StoredResource stored, string version)
    {
        if (!string.Equals(Of(stored), version, StringComparison.OrdinalIgnoreCase)) return Listed(WithoutVersion(state, stored.Id, version), stored);
        if (Children(state, stored.Id).MaxBy(Order) is not { } next) return null;
        return Listed(WithoutVersion(state, stored.Id, next.Id.Name), AsObject(next, stored.Id));
    }

    /// <summary>The object as it would be with a version's properties: what a PUT of a version writes.</summary>
    public static StoredResource AsObject(StoredResource version, ResourceId id)
    {
        var document = Json.Thaw(version.Body);
        (document["id"], document["name"], document["type"]) = (id.Text, id.Name, id.Type);
        return new StoredResource(id, Json.Freeze(document));
    }

    /// <summary>Whether one is an update of the other that has to stay compatible: of the same major version.</summary>
    public static bool IsCompatible(StoredResource existing, StoredResource candidate) => Order(existing).Major == Order(candidate).Major;

    /// <summary>The version that a reference or an assignment means, chosen as the evaluation does; null when there is none.</summary>
    /// <param name="state">Where the object is.</param>
    /// <param name="id">The object's id.</param>
    /// <param name="wanted">Such as <c>1.*.*</c>; null for the newest.</param>
    public static StoredResource? Choose(ArmState state, string id, string? wanted)
    {
        if (state.Find(id) is not { } stored) return null;
        ImmutableArray<StoredResource> all = [.. Children(state, stored.Id).Append(stored)];
        return VersionChoice.Choose(all, Of, id, wanted, new SourceLocation(id)).Value;
    }

    /// <summary>The documents of all versions of an object for the evaluation, the object's own first; each is named as the object.</summary>
    public static IEnumerable<StoredResource> Documents(ArmState state, StoredResource stored) => Children(state, stored.Id).Select(version => AsObject(version, stored.Id)).Prepend(stored);

    private static IEnumerable<StoredResource> Children(ArmState state, ResourceId id) => state.PolicyObjects.OfType($"{id.Type}/{Child}", id);

    private static (int Major, int Minor, int Patch, bool IsReleased) Order(StoredResource stored) =>
        DefinitionVersion.TryParse(Of(stored)) is { } version ? version.Order : default;

    private static ArmState WithoutVersion(ArmState state, ResourceId id, string version) =>
        ChildId(id, version) is { } child && state.Find(child) is not null ? state.Without(child) : state;

    private static IEnumerable<StoredResource> Stacked(ImmutableArray<StoredResource> versions) =>
        versions[..^1].Select(version => AsVersion(version, version.Id)).Append(WithList(versions[^1], versions));

    private static ArmState Listed(ArmState state, StoredResource stored) => state.With(WithList(stored, Children(state, stored.Id).Append(stored).OrderBy(Order)));

    private static StoredResource WithList(StoredResource stored, IEnumerable<StoredResource> versions)
    {
        var document = Json.Thaw(stored.Body);
        var names = versions.Select(Of).Distinct(StringComparer.OrdinalIgnoreCase).Select(version => JsonValue.Create(version));
        if (document["properties"] is JsonObject properties) properties["versions"] = new JsonArray([.. names]);
        return new StoredResource(stored.Id, Json.Freeze(document));
    }

    private static StoredResource AsVersion(StoredResource stored, ResourceId id)
    {
        var (version, document) = (Of(stored), Json.Thaw(stored.Body));
        (document["id"], document["name"], document["type"]) = ($"{id.Text}/{Child}/{version}", version, $"{id.Type}/{Child}");
        if (document["properties"] is JsonObject properties)
        {
            properties.Remove("versions");
            properties["version"] = version;
        }

        return new StoredResource(ChildId(id, version) ?? id, Json.Freeze(document));
    }

    private static ResourceId? ChildId(ResourceId id, string version) => ResourceId.TryParse($"{id.Text}/{Child}/{version}");
}
