using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Aliases;

/// <summary>Looks up policy aliases. A provider namespace is read when it is first asked for. Safe for use by several threads.</summary>
public sealed class AliasTable
{
    private const string Array = "[*]";

    private readonly Func<string, IEnumerable<Alias>> read;
    private readonly ConcurrentDictionary<string, Lazy<FrozenDictionary<string, Alias>>> providers = new(StringComparer.OrdinalIgnoreCase);

    private AliasTable(Func<string, IEnumerable<Alias>> read) => this.read = read;

    /// <summary>The 65,398 aliases Azure published in May 2024, and those derived for newer Microsoft.App types.</summary>
    public static AliasTable Published { get; } = new(AliasListReader.Read);

    /// <summary>A table of the given aliases.</summary>
    public static AliasTable Of(IEnumerable<Alias> aliases)
    {
        var byProvider = aliases.ToLookup(alias => ProviderOf(alias.Name), StringComparer.OrdinalIgnoreCase);
        return new AliasTable(provider => byProvider[provider]);
    }

    /// <summary>Finds an alias by its full name in any case. <c>X</c> is found through <c>X[*]</c> when only that exists: it is the array itself.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Alias? alias)
    {
        var aliases = AliasesOf(ProviderOf(name));
        if (aliases.TryGetValue(name, out alias)) return true;
        if (!aliases.TryGetValue(name + Array, out var members)) return false;
        alias = members with { Name = members.Name[..^Array.Length], Path = members.Path[..^Array.Length] };
        return true;
    }

    /// <summary>The known alias the author probably meant, of the same resource type if there is one near; else of the provider; else null.</summary>
    public string? Nearest(string name)
    {
        var all = AliasesOf(ProviderOf(name)).Keys;
        var typePrefix = Alias.TypeOf(name) + "/";
        return NearestName.Find(name, all.Where(candidate => candidate.StartsWith(typePrefix, StringComparison.OrdinalIgnoreCase)))
            ?? NearestName.Find(name, all);
    }

    /// <summary>Whether any alias belongs to the resource type.</summary>
    public bool HasType(string resourceType)
    {
        return AliasesOf(ProviderOf(resourceType)).Values.Any(alias => string.Equals(alias.ResourceType, resourceType, StringComparison.OrdinalIgnoreCase));
    }

    private static string ProviderOf(string name) => name[..Math.Max(name.IndexOf('/', StringComparison.Ordinal), 0)];

    private FrozenDictionary<string, Alias> AliasesOf(string provider) =>
        provider.Length == 0 ? FrozenDictionary<string, Alias>.Empty : providers.GetOrAdd(provider, name => new(() => Index(read(name)))).Value;

    // The first of several equal names counts: published before derived. Shared names of a provider keep every path.
    private static FrozenDictionary<string, Alias> Index(IEnumerable<Alias> aliases) => aliases
        .GroupBy(alias => alias.Name, StringComparer.OrdinalIgnoreCase)
        .Select(same => same.First() with { OtherPaths = [.. same.Skip(1).Select(alias => alias.Path).Except([same.First().Path]).Distinct()] })
        .ToFrozenDictionary(alias => alias.Name, StringComparer.OrdinalIgnoreCase);
}
