using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Aliases;

namespace Plumbline.Emulator.Routes;

/// <summary>A resource provider as ARM returns it.</summary>
internal static class ProviderDocument
{
    /// <summary>The provider at a scope, which is empty at the tenant; with its aliases, all of them at every type.</summary>
    public static JsonObject Of(string scope, string provider, bool isRegistered, bool withAliases) => new()
    {
        ["id"] = $"{scope}/providers/{provider}",
        ["namespace"] = provider,
        ["registrationPolicy"] = "RegistrationRequired",
        ["resourceTypes"] = new JsonArray([.. ProviderCatalog.TypesOf(provider).Select(type => Type(type, withAliases))]),
        ["registrationState"] = isRegistered ? "Registered" : "NotRegistered",
    };

    private static JsonObject Type(string type, bool withAliases)
    {
        var isTracked = ResourceTypeTraits.SupportsTagsAndLocation(type) == true;
        var versions = ApiVersions.Of(type);
        var body = new JsonObject
        {
            ["resourceType"] = type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..],
            ["locations"] = isTracked ? new JsonArray([.. Locations.All.Select(location => JsonValue.Create(location.DisplayName))]) : new JsonArray(),
            ["apiVersions"] = new JsonArray([.. versions.Select(version => JsonValue.Create(version))]),
        };
        if (versions.FirstOrDefault(version => version.Length == "yyyy-MM-dd".Length) is { } newest) body["defaultApiVersion"] = newest;
        if (isTracked) body["capabilities"] = "SupportsTags, SupportsLocation";
        if (withAliases) body["aliases"] = new JsonArray([.. AliasTable.Published.OfType(type).Select(Document)]);
        return body;
    }

    private static JsonObject Document(Alias alias) => new()
    {
        ["name"] = alias.Name,
        ["paths"] = new JsonArray([.. alias.VersionPaths.Select(Document)]),
        ["type"] = "PlainText",
        ["defaultPath"] = alias.Path,
    };

    private static JsonObject Document(AliasVersionPath path) => new()
    {
        ["path"] = path.Path,
        ["apiVersions"] = new JsonArray([.. path.ApiVersions.Select(version => JsonValue.Create(version))]),
    };
}
