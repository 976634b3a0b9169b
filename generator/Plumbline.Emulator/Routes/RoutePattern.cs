using System.Collections.Immutable;

namespace Plumbline.Emulator.Routes;

/// <summary>
/// A path pattern: literal segments (compared without regard to case), <c>{name}</c> for one segment, and at the start
/// <c>{*name}</c> for any number of segments, which is how one pattern serves ARM's nested scopes.
/// </summary>
internal sealed class RoutePattern
{
    private readonly string? prefix;
    private readonly ImmutableArray<string> segments;

    /// <summary>Reads a pattern such as <c>{*scope}/providers/Microsoft.Authorization/policyDefinitions/{name}</c>.</summary>
    public RoutePattern(string pattern)
    {
        var parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        prefix = parts[0].StartsWith("{*", StringComparison.Ordinal) ? parts[0][2..^1] : null;
        segments = prefix is null ? [.. parts] : [.. parts[1..]];
    }

    /// <summary>The values of the named segments, or null when the path does not match. The prefix is given as a path with a leading slash, or empty.</summary>
    public ImmutableDictionary<string, string>? Match(string path) => Match(Split(path));

    /// <summary>The segments of a path.</summary>
    public static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same for a path that was split already.</summary>
    public ImmutableDictionary<string, string>? Match(string[] given)
    {
        var start = given.Length - segments.Length;
        if (start < 0 || (prefix is null && start > 0)) return null;
        for (var index = 0; index < segments.Length; index++)
        {
            if (segments[index][0] != '{' && !string.Equals(segments[index], given[start + index], StringComparison.OrdinalIgnoreCase)) return null;
        }

        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (prefix is not null) values[prefix] = string.Concat(given.Take(start).Select(segment => "/" + segment));
        for (var index = 0; index < segments.Length; index++)
        {
            var (pattern, segment) = (segments[index], given[start + index]);
            if (pattern[0] == '{') values[pattern[1..^1]] = segment;
        }

        return values.ToImmutable();
    }
}
