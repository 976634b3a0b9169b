using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Wire;

/// <summary>The header <c>x-ms-failure-cause</c>: <c>gateway</c> when Azure Resource Manager itself refuses, not the service behind it.</summary>
internal static class FailureCause
{
    /// <summary>The header's name.</summary>
    public const string Header = "x-ms-failure-cause";

    private static readonly FrozenSet<string> Gateway = new[]
    {
        "AuthenticationFailed", "AuthorizationFailed", "InvalidApiVersionParameter", "InvalidAuthenticationToken", "InvalidAuthenticationTokenTenant", "InvalidResourceLocation",
        "InvalidResourceName", "InvalidResourceNamespace", "InvalidResourceType", "LocationRequired", "MethodNotAllowed", "MissingApiVersionParameter", "MissingSubscriptionRegistration",
        "NoRegisteredProviderFound", "ParentResourceNotFound", "PreconditionFailed", "RequestContentTooLarge", "RequestDisallowedByPolicy", "ResourceGroupNotFound", "ResourceNotFound",
        "ResponseTooLarge", "ScopeLocked", "ServerTimeout", "SubscriptionNotFound", "TooManyRequests", "UnsupportedMediaType",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The header's value for an answer; null when the answer has none.</summary>
    public static string? Of(ArmResponse response) =>
        response.Status >= 400 && (response.Body as JsonObject)?["error"] is JsonObject error && error.Text("code") is { } code && Gateway.Contains(code) ? "gateway" : null;
}
