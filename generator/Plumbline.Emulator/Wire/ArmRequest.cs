using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Wire;

/// <summary>A request as a route sees it: authenticated, its api-version checked, its body parsed. Holds all that varies, so that routes are pure.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Endpoint">Scheme and authority the client used, such as <c>https://localhost:8443</c>; absolute links start with it.</param>
/// <param name="Path">The path as sent, decoded, without a trailing slash or an empty segment.</param>
/// <param name="Query">The query parameters, by name without regard to case.</param>
/// <param name="Body">The JSON object of the body, or null when there is none.</param>
/// <param name="Now">When the request arrived.</param>
/// <param name="RequestId">The unique id of the request.</param>
internal sealed record ArmRequest(
    string Method,
    string Endpoint,
    string Path,
    ImmutableDictionary<string, string> Query,
    JsonObject? Body,
    DateTimeOffset Now,
    Guid RequestId)
{
    /// <summary>Who makes the request.</summary>
    public Caller Caller { get; init; } = Caller.Owner;

    /// <summary>The segments of the path that the route's pattern names.</summary>
    public ImmutableDictionary<string, string> RouteValues { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The <c>If-Match</c> header, or null.</summary>
    public string? IfMatch { get; init; }

    /// <summary>The <c>If-None-Match</c> header, or null.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>How many items a page may hold, whatever the client asks for; null when nothing is forced.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>Whether the principal of a role assignment is not to be found, unless the client says what type it is.</summary>
    public bool LosesPrincipal { get; init; }

    /// <summary>The <c>api-version</c>; empty only before it was checked.</summary>
    public string ApiVersion => Query.GetValueOrDefault("api-version", string.Empty);

    /// <summary>The segment the pattern names <paramref name="name"/>.</summary>
    public string this[string name] => RouteValues[name];

    /// <summary>The absolute link to the same request with other values for some query parameters.</summary>
    public string Link(params ReadOnlySpan<(string Name, string Value)> changes)
    {
        var query = Query;
        foreach (var (name, value) in changes) query = query.SetItem(name, value);
        return Endpoint + Uri.EscapeDataString(Path).Replace("%2F", "/", StringComparison.Ordinal) + QueryText(query);
    }

    /// <summary>The query part of a link, sorted by name.</summary>
    public static string QueryText(IEnumerable<KeyValuePair<string, string>> query) =>
        "?" + string.Join('&', query
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
}
