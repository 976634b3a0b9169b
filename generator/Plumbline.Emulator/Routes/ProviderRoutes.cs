using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>
/// Resource providers: their types with api-versions and locations, and with <c>$expand=resourceTypes/aliases</c> the embedded alias catalogue, derived aliases included.
/// In a subscription they can be registered and unregistered; from the start all are registered.
/// </summary>
internal static class ProviderRoutes
{
    // With aliases a provider may be megabytes long.
    private const int PageSizeWithAliases = 20;
    private const string Type = ScopeDocuments.ResourceGroupType;
    private const string Subscription = "/subscriptions/{subscription}/providers";

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/providers", Type, (state, request) => List(state, request, string.Empty)),
        new("GET", "/providers/{namespace}", Type, (state, request) => Get(state, request, string.Empty)),
        new("GET", Subscription, Type, (state, request) => In(state, request, scope => List(state, request, scope))),
        new("GET", Subscription + "/{namespace}", Type, (state, request) => In(state, request, scope => Get(state, request, scope))),
        new("POST", Subscription + "/{namespace}/register", Type, (state, request) => Register(state, request, isRegistered: true)) { Changes = true },
        new("POST", Subscription + "/{namespace}/unregister", Type, (state, request) => Register(state, request, isRegistered: false)) { Changes = true },
    ];

    private static Outcome In(ArmState state, ArmRequest request, Func<string, Outcome> then) =>
        ScopeCheck.In(state, "/subscriptions/" + request["subscription"], scope => then(scope.Text));

    private static Outcome List(ArmState state, ArmRequest request, string scope) => Paging.Page(
        request,
        ProviderCatalog.Namespaces,
        provider => ProviderDocument.Of(scope, provider, ProviderRegistration.IsRegistered(state, scope, provider), Expands(request)),
        Expands(request) ? PageSizeWithAliases : Paging.DefaultPageSize);

    private static Outcome Get(ArmState state, ArmRequest request, string scope) =>
        ProviderCatalog.FindNamespace(request["namespace"]) is { } provider
            ? new ArmResponse(200, ProviderDocument.Of(scope, provider, ProviderRegistration.IsRegistered(state, scope, provider), Expands(request)))
            : ProviderErrors.InvalidNamespace(request["namespace"]);

    private static Outcome Register(ArmState state, ArmRequest request, bool isRegistered) => In(state, request, scope =>
    {
        if (ProviderCatalog.FindNamespace(request["namespace"]) is not { } provider) return ProviderErrors.InvalidNamespace(request["namespace"]);
        if (!isRegistered && ProviderRegistration.FirstResource(state, scope, provider) is { } used) return ProviderErrors.ProviderInUse(provider, used);
        var answer = new ArmResponse(200, ProviderDocument.Of(scope, provider, isRegistered, withAliases: false));
        return new Outcome(answer, ProviderRegistration.With(state, scope, provider, isRegistered));
    });

    private static bool Expands(ArmRequest request) =>
        request.Query.TryGetValue("$expand", out var expand) && expand.Split(',').Contains("resourceTypes/aliases", StringComparer.OrdinalIgnoreCase);
}
