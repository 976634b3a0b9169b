using System.Collections.Frozen;
using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Schemas;

namespace Plumbline.Emulator.Wire;

/// <summary>The resource providers and types that Azure has: those of its published schemas, and those that only have policy aliases.</summary>
internal static class ProviderCatalog
{
    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<string>>> Types = new(Read);

    /// <summary>The namespaces in ordinal order without regard to case.</summary>
    public static ImmutableArray<string> Namespaces { get; } = [.. Types.Value.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The namespace as Azure writes it; null when there is none.</summary>
    public static string? FindNamespace(string name) =>
        Types.Value.TryGetValue(name, out var types) ? types[0][..types[0].IndexOf('/', StringComparison.Ordinal)] : null;

    /// <summary>The full types of a namespace in ordinal order without regard to case; empty when it is not known.</summary>
    public static ImmutableArray<string> TypesOf(string provider) => Types.Value.GetValueOrDefault(provider, []);

    /// <summary>
    /// What is wrong with a request for a resource or a list of <paramref name="type"/>: its namespace, its name or its api-version; null when nothing is.
    /// </summary>
    /// <param name="type">The full type.</param>
    /// <param name="apiVersion">What was given.</param>
    /// <param name="location">The location of the resource, or of what contains it.</param>
    /// <param name="allowUnknown">Whether types that are not known are served, in any version that is a date.</param>
    public static ArmError? Check(string type, string apiVersion, string location, bool allowUnknown)
    {
        var provider = type[..type.IndexOf('/', StringComparison.Ordinal)];
        var types = TypesOf(provider);
        if (!types.IsEmpty && types.BinarySearch(type, StringComparer.OrdinalIgnoreCase) >= 0) return ApiVersions.Check(type, apiVersion, location);
        if (ApiVersions.Check(type, apiVersion, location) is { } malformed) return malformed;
        if (allowUnknown) return null;
        return types.IsEmpty
            ? ProviderErrors.InvalidNamespace(provider)
            : ProviderErrors.InvalidType(provider, type[(provider.Length + 1)..], apiVersion, Versions(types));
    }

    private static IEnumerable<string> Versions(ImmutableArray<string> types) =>
        types.SelectMany(type => ApiVersions.Of(type)).Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal);

    // A namespace without types is no provider; an alias may stand under the namespace itself.
    private static FrozenDictionary<string, ImmutableArray<string>> Read() =>
        ResourceSchemas.Published.Types
            .Concat(AliasTable.Published.Namespaces.SelectMany(provider => AliasTable.Published.TypesOf(provider)))
            .Where(type => type.Contains('/', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .GroupBy(type => type[..type.IndexOf('/', StringComparison.Ordinal)], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Order(StringComparer.OrdinalIgnoreCase).ToImmutableArray(),
                StringComparer.OrdinalIgnoreCase);
}
