using System.Collections.Immutable;

namespace Plumbline.Emulator.Identity;

/// <summary>A request to an identity endpoint. It carries a form where ARM's requests carry JSON.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Endpoint">Scheme and authority the client used, such as <c>https://localhost:8443</c>.</param>
/// <param name="Path">The path, decoded, without a trailing slash.</param>
/// <param name="Query">The query parameters.</param>
/// <param name="Form">The fields of an <c>application/x-www-form-urlencoded</c> body.</param>
/// <param name="Headers">The headers that these endpoints read; those that were not sent are missing.</param>
/// <param name="Now">When the request arrived.</param>
/// <param name="RequestId">The unique id of the request.</param>
internal sealed record IdentityRequest(
    string Method,
    string Endpoint,
    string Path,
    ImmutableDictionary<string, string> Query,
    ImmutableDictionary<string, string> Form,
    ImmutableDictionary<string, string> Headers,
    DateTimeOffset Now,
    Guid RequestId)
{
    /// <summary>The segments of the path that the endpoint's pattern names.</summary>
    public ImmutableDictionary<string, string> PathValues { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The field of the form, or of the query when the form has none; null when it is missing or empty.</summary>
    public string? Field(string name) => Filled(Form, name) ?? Filled(Query, name);

    /// <summary>The header; null when it was not sent.</summary>
    public string? Header(string name) => Filled(Headers, name);

    private static string? Filled(ImmutableDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
