namespace Plumbline.Emulator.Wire;

/// <summary>ARM's refusals of requests to a resource provider: unknown namespaces, types and versions, and what every resource must have.</summary>
internal static class ProviderErrors
{
    public static ArmError InvalidNamespace(string provider) =>
        new(404, "InvalidResourceNamespace", $"The resource namespace '{provider}' is invalid.");

    public static ArmError InvalidType(string provider, string type, string apiVersion, IEnumerable<string> supported) =>
        new(404, "InvalidResourceType",
            $"The resource type '{type}' could not be found in the namespace '{provider}' for api version '{apiVersion}'. "
            + $"The supported api-versions are '{string.Join(',', supported)}'.");

    /// <param name="type">The full type.</param>
    /// <param name="apiVersion">What was given.</param>
    /// <param name="location">The location of the resource, or of what contains it.</param>
    /// <param name="supported">The type's versions; the message has the oldest first.</param>
    public static ArmError NoRegisteredProvider(string type, string apiVersion, string location, IEnumerable<string> supported) =>
        new(400, "NoRegisteredProviderFound",
            $"No registered resource provider found for location '{location}' and API version '{apiVersion}' for type '{type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..]}'. "
            + $"The supported api-versions are '{string.Join(", ", supported.Reverse())}'. The supported locations are '{string.Join(", ", Locations.All.Select(location => location.Name))}'.");

    public static ArmError InvalidResourceName(string name) =>
        new(400, "InvalidResourceName",
            $"Resource name '{name}' is invalid. The name can be up to {ResourceNames.MaxLength} characters long. It can contain alphanumeric characters, underscores, dashes and dots; "
            + "it must not contain any of the characters '<', '>', '%', '&', '?', '\\' and no control characters, and must not end with a space or a dot.");

    public static ArmError InvalidGroupName(string name) =>
        new(400, "InvalidResourceGroup",
            $"The provided resource group name '{name}' has these invalid characters or an invalid length or ending. The name can only be a letter, digit, '-', '.', '(', ')' or '_', "
            + "up to 90 characters, and cannot end with a dot.");

    public static ArmError LocationChanged(string name, string group, string existing, string given) =>
        new(409, "InvalidResourceLocation",
            $"The resource '{name}' already exists in location '{existing}' in resource group '{group}'. A resource with the same name cannot be created in location '{given}'. "
            + "Please select a new resource name.");

    public static ArmError Mismatch(string code, string what, string given, string expected) =>
        new(400, $"MismatchingResource{code}", $"The provided resource {what} '{given}' did not match the {what} in the Url '{expected}'.");

    public static ArmError ScopeLocked(string action, string scope, string locks) =>
        new(409, "ScopeLocked",
            $"The scope '{scope}' cannot perform {action} operation because following scope(s) are locked: '{locks}'. Please remove the lock and try again.");

    public static ArmError NotRegistered(string provider) =>
        new(409, "MissingSubscriptionRegistration",
            $"The subscription is not registered to use namespace '{provider}'. See https://aka.ms/rps-not-found for how to register subscriptions.");

    public static ArmError ProviderInUse(string provider, string resource) =>
        new(409, "Conflict", $"The resource provider '{provider}' cannot be unregistered because the subscription has resources of it, such as '{resource}'.");
}
