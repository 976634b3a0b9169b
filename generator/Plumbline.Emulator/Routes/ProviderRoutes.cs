using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Aliases;

namespace Plumbline.Emulator.Routes;

/// <summary>Resource providers with their types; with <c>$expand=resourceTypes/aliases</c> the embedded alias catalogue, derived aliases included.</summary>
internal static class ProviderRoutes
{
    // With aliases a provider may be megabytes long.
    private const int PageSizeWithAliases = 20;

    private static readonly AliasTable Aliases = AliasTable.Published;

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/providers", ScopeDocuments.ResourceGroupType, (_, request) => List(request, string.Empty)),
        new("GET", "/providers/{namespace}", ScopeDocuments.ResourceGroupType, (_, request) => Get(request, string.Empty)),
        new("GET", "/subscriptions/{subscription}/providers", ScopeDocuments.ResourceGroupType, (state, request) => In(state, request, scope => List(request, scope))),
        new("GET", "/subscriptions/{subscription}/providers/{namespace}", ScopeDocuments.ResourceGroupType, (state, request) => In(state, request, scope => Get(request, scope))),
    ];

    private static Outcome In(ArmState state, ArmRequest request, Func<string, Outcome> then) =>
        ScopeCheck.In(state, "/subscriptions/" + request["subscription"], scope => then(scope.Text));

    private static Outcome List(ArmRequest request, string scope) =>
        Paging.Page(request, Aliases.Namespaces, provider => Document(scope, provider, Expands(request)), Expands(request) ? PageSizeWithAliases : Paging.DefaultPageSize);

    private static Outcome Get(ArmRequest request, string scope)
    {
        var provider = Aliases.Namespaces.FirstOrDefault(name => string.Equals(name, request["namespace"], StringComparison.OrdinalIgnoreCase));
        return provider is null ? ArmErrors.ResourceNamespaceNotFound(request["namespace"]) : new ArmResponse(200, Document(scope, provider, Expands(request)));
    }

    private static bool Expands(ArmRequest request) =>
        request.Query.TryGetValue("$expand", out var expand) && expand.Split(',').Contains("resourceTypes/aliases", StringComparer.OrdinalIgnoreCase);

    private static JsonObject Document(string scope, string provider, bool withAliases) => new()
    {
        ["id"] = $"{scope}/providers/{provider}",
        ["namespace"] = provider,
        ["registrationPolicy"] = "RegistrationRequired",
        ["resourceTypes"] = new JsonArray([.. Aliases.TypesOf(provider).Where(type => type.Contains('/', StringComparison.Ordinal)).Select(type => Type(type, withAliases))]),
        ["registrationState"] = "Registered",
    };

    private static JsonObject Type(string type, bool withAliases)
    {
        var body = new JsonObject { ["resourceType"] = type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..], ["locations"] = new JsonArray(), ["apiVersions"] = new JsonArray() };
        if (withAliases) body["aliases"] = new JsonArray([.. Aliases.OfType(type).Select(Document)]);
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
