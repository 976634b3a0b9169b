using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Objects;

namespace Plumbline.Exchange.Bicep;

/// <summary>The modules of an export, one for each scope beside the definition scope, with symbols and files that differ.</summary>
internal sealed class BicepModules
{
    private readonly ImmutableDictionary<string, (string Symbol, string File)> byScope;

    /// <summary>Names the modules.</summary>
    public BicepModules(IEnumerable<ArmScope> scopes)
    {
        var (symbols, files) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var found = ImmutableDictionary.CreateBuilder<string, (string Symbol, string File)>(StringComparer.OrdinalIgnoreCase);
        foreach (var scope in scopes)
        {
            var name = BicepScope.Name(scope);
            var words = name.Split([.. name.Where(character => !char.IsAsciiLetterOrDigit(character)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
            var symbol = $"at{string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}";
            var free = symbol;
            for (var i = 2; !symbols.Add(free); i++) free = $"{symbol}{i}";
            found[scope.Id] = (free, FileName.Free(files, "scopes", name, ".bicep"));
        }

        byScope = found.ToImmutable();
    }

    /// <summary>The symbol of the module of a scope.</summary>
    public string Symbol(string scope) => byScope.TryGetValue(scope, out var module) ? module.Symbol : throw new ArgumentException($"'{scope}' has no module.", nameof(scope));

    /// <summary>The file of the module of a scope.</summary>
    public string File(string scope) => byScope.TryGetValue(scope, out var module) ? module.File : throw new ArgumentException($"'{scope}' has no module.", nameof(scope));
}
