using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.ResourceGraph.Engine;
using Plumbline.Emulator.ResourceGraph.Tables;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.ResourceGraph;

/// <summary>Reads the body of a query request.</summary>
internal static class GraphRequestReader
{
    /// <summary>The default and the largest page.</summary>
    public const int MaxPage = 1000;

    private const int MaxScopes = 5000;
    private const int MaxFacets = 10;

    /// <summary>The request; null and what is wrong with it.</summary>
    public static GraphRequest? Read(JsonObject? body, string apiVersion, out string? error)
    {
        error = null;
        if (body is null) return Fail("The request has no body.", out error);
        if (body.Text("query") is not { } query) return Fail("The property 'query' is required and must be a string.", out error);
        if (body["options"] is not (null or JsonObject)) return Fail("The property 'options' must be an object.", out error);
        var options = body["options"] as JsonObject ?? [];
        var scopes = Scopes(body, out error);
        var top = Number(options, "$top", MaxPage, 1, MaxPage, ref error);
        var skip = Number(options, "$skip", -1, 0, int.MaxValue, ref error);
        var after = SkipToken.Read(options["$skipToken"], query, ref error);
        var isTable = IsTable(options, apiVersion, ref error);
        var filter = Filter(options, ref error);
        var facets = Facets(body["facets"], ref error);
        return error is null ? new GraphRequest(query, scopes, filter, top, skip >= 0 ? skip : after, isTable, facets) : null;
    }

    private static ImmutableArray<string>? Scopes(JsonObject body, out string? error)
    {
        error = null;
        if (body["subscriptions"] is null && body["managementGroups"] is null) return null;
        var scopes = ImmutableArray.CreateBuilder<string>();
        foreach (var (property, prefix) in (ReadOnlySpan<(string, string)>)[("subscriptions", "/subscriptions/"), ("managementGroups", $"/providers/{ResourceTypes.ManagementGroup}/")])
        {
            if (body[property] is null) continue;
            if (body[property] is not JsonArray names || !names.All(name => name?.GetValueKind() == JsonValueKind.String)) error = $"The property '{property}' must be an array of strings.";
            else scopes.AddRange(names.Select(name => prefix + name));
        }

        if (scopes.Count > MaxScopes) error = $"A query can have {MaxScopes} subscriptions and management groups at most.";
        return scopes.Count == 0 ? null : scopes.ToImmutable();
    }

    private static int Number(JsonObject options, string name, int whenMissing, int least, int most, ref string? error)
    {
        if (options[name] is null) return whenMissing;
        if (options[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) && number >= least && number <= most) return number;
        error ??= $"The value of '{name}' must be a whole number from {least} to {most}.";
        return whenMissing;
    }

    // Since 2020-04-01-preview objects are the default.
    private static bool IsTable(JsonObject options, string apiVersion, ref string? error)
    {
        if (options["resultFormat"] is null) return !ApiVersions.IsSince(apiVersion, "2020-04-01");
        var format = options.Text("resultFormat");
        if (string.Equals(format, "table", StringComparison.OrdinalIgnoreCase)) return true;
        if (!string.Equals(format, "objectArray", StringComparison.OrdinalIgnoreCase)) error ??= $"The value '{format}' of 'resultFormat' is not one of 'table, objectArray'.";
        return false;
    }

    private static ScopeFilter Filter(JsonObject options, ref string? error)
    {
        if (options["authorizationScopeFilter"] is null) return ScopeFilter.AtScopeAndBelow;
        var text = options.Text("authorizationScopeFilter");
        foreach (var filter in Enum.GetValues<ScopeFilter>().Where(filter => string.Equals(filter.ToString(), text, StringComparison.OrdinalIgnoreCase))) return filter;
        error ??= $"The value '{text}' of 'authorizationScopeFilter' is not one of '{string.Join(", ", Enum.GetNames<ScopeFilter>())}'.";
        return ScopeFilter.AtScopeAndBelow;
    }

    private static ImmutableArray<FacetRequest> Facets(JsonNode? facets, ref string? error)
    {
        if (facets is null) return [];
        var read = ImmutableArray.CreateBuilder<FacetRequest>();
        foreach (var item in facets as JsonArray ?? [])
        {
            if (item is not JsonObject facet || facet.Text("expression") is not { } expression || facet["options"] is not (null or JsonObject)) break;
            var options = facet["options"] as JsonObject ?? [];
            var isAscending = string.Equals(options.Text("sortOrder"), "asc", StringComparison.OrdinalIgnoreCase);
            read.Add(new FacetRequest(expression, options.Text("filter"), options.Text("sortBy") ?? "count", isAscending, Number(options, "$top", MaxPage, 1, MaxPage, ref error)));
        }

        if (facets is not JsonArray all || read.Count < all.Count) error ??= "The property 'facets' must be an array of objects with an 'expression'.";
        if (read.Count > MaxFacets) error ??= $"A query can have {MaxFacets} facets at most.";
        return read.ToImmutable();
    }

    private static GraphRequest? Fail(string problem, out string? error)
    {
        error = problem;
        return null;
    }
}
