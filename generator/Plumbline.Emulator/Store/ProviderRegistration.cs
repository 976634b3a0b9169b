using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Store;

/// <summary>Which resource providers a subscription is registered to. Only what was unregistered is kept.</summary>
internal static class ProviderRegistration
{
    /// <summary>The type under which an unregistered provider is kept. It is the emulator's own: no list shows it.</summary>
    public const string Type = "Microsoft.Resources/providerRegistrations";

    /// <summary>Whether resources of a provider can be written at a scope, which is the id of a subscription or empty for the tenant.</summary>
    public static bool IsRegistered(ArmState state, string scope, string provider) => Key(scope, provider) is not { } key || state.Find(key) is null;

    /// <summary>With the provider registered, or not.</summary>
    public static ArmState With(ArmState state, string scope, string provider, bool isRegistered)
    {
        if (Key(scope, provider) is not { } key) return state;
        if (!isRegistered) return state.With(new StoredResource(key, Json.Freeze(ResourceDocument.Envelope(key, []))));
        return state.Find(key) is null ? state : state.Without(key);
    }

    /// <summary>The id of a resource of the provider in the subscription, which keeps it from being unregistered; null when there is none.</summary>
    public static string? FirstResource(ArmState state, string scope, string provider) =>
        ResourceId.TryParse(scope) is { } subscription
            ? state.Within(subscription).FirstOrDefault(resource => resource.Id.Type.StartsWith(provider + "/", StringComparison.OrdinalIgnoreCase))?.Id.Text
            : null;

    /// <summary>The refusal to write a resource of a provider that its subscription is not registered to; else null.</summary>
    public static ArmError? Refusal(ArmState state, ResourceId id)
    {
        var provider = id.Type[..id.Type.IndexOf('/', StringComparison.Ordinal)];
        return id.SubscriptionId is { } subscription && !IsRegistered(state, "/subscriptions/" + subscription, provider) ? ProviderErrors.NotRegistered(provider) : null;
    }

    private static ResourceId? Key(string scope, string provider) => scope.Length == 0 ? null : ResourceId.TryParse($"{scope}/providers/{Type}/{provider}");
}
