namespace Plumbline.Emulator.Wire;

/// <summary>ARM's own refusals: a method a code, in the words of the service.</summary>
internal static class ArmErrors
{
    public static ArmError MissingApiVersion() =>
        new(400, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required for all requests.");

    public static ArmError InvalidApiVersion(string given, IEnumerable<string> supported) =>
        new(400, "InvalidApiVersionParameter",
            $"The api-version '{given}' is invalid. The supported versions are '{string.Join(',', supported)}'.");

    public static ArmError MalformedApiVersion(string given) =>
        new(400, "InvalidApiVersionParameter",
            $"The api-version '{given}' is invalid. The api-version must be a date in the form 'yyyy-MM-dd', optionally followed by '-preview'.");

    public static ArmError InvalidRequestContent(string reason) =>
        new(400, "InvalidRequestContent", $"The request content was invalid and could not be deserialized: '{reason}'.");

    public static ArmError RequestContentTooLarge(int limit) =>
        new(413, "RequestContentTooLarge", $"The request content is larger than the limit of '{limit}' bytes.");

    public static ArmError UnsupportedMediaType(string given) =>
        new(415, "UnsupportedMediaType", $"The content media type '{given}' is not supported. Only 'application/json' is supported.");

    public static ArmError ResponseTooLarge(int limit) =>
        new(400, "ResponseTooLarge", $"The response is larger than the limit of '{limit}' bytes. Ask for smaller pages with $top.");

    public static ArmError TooManyRequests(int seconds) =>
        new(429, "TooManyRequests", $"The request is being throttled as the limit has been reached for operation type - Request. Please try again after '{seconds}' seconds. For more information, see https://aka.ms/arm-throttling");

    public static ArmError MethodNotAllowed(string method, string path) =>
        new(405, "MethodNotAllowed", $"The HTTP method '{method}' is not supported at '{path}'.");

    public static ArmError RouteNotFound(string path) =>
        new(404, "InvalidResourceType", $"The path '{path}' names no resource type that this endpoint serves.");

    public static ArmError InvalidQuery(string reason) => new(400, "InvalidQueryParameter", reason);

    public static ArmError HostNotServed(string host) =>
        new(400, "InvalidHostHeader", $"The host '{host}' is not served. Address this endpoint as localhost or 127.0.0.1.");

    public static ArmError InternalServerError(string reason) =>
        new(500, "InternalServerError", $"The emulator failed on this request: {reason}");

    public static ArmError StateNotSaved(string reason) =>
        new(500, "InternalServerError", $"The state file could not be written, so nothing was changed: {reason}");

    public static ArmError SubscriptionNotFound(string subscription) =>
        new(404, "SubscriptionNotFound", $"The subscription '{subscription}' could not be found.");

    public static ArmError ResourceGroupNotFound(string group) =>
        new(404, "ResourceGroupNotFound", $"Resource group '{group}' could not be found.");

    public static ArmError ResourceNotFound(string typeAndName, string? group) =>
        new(404, "ResourceNotFound", group is null
            ? $"The Resource '{typeAndName}' was not found."
            : $"The Resource '{typeAndName}' under resource group '{group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");

    /// <param name="action"><c>read</c>, <c>write</c> or <c>delete</c>.</param>
    public static ArmError ParentResourceNotFound(string action, string type, string parent) =>
        new(404, "ParentResourceNotFound",
            $"Failed to perform '{action}' on resource(s) of type '{type}', because the parent resource '{parent}' could not be found.");

    public static ArmError LocationRequired() =>
        new(400, "LocationRequired", "The location property is required for this definition.");

    public static ArmError ResourceGroupLocationChanged(string group, string existing, string given) =>
        new(409, "InvalidResourceGroupLocation",
            $"Invalid resource group location '{given}'. The Resource group '{group}' already exists in location '{existing}'.");
}
