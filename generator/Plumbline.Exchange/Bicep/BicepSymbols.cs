using System.Collections.Immutable;
using Plumbline.Planning.Plans;

namespace Plumbline.Exchange.Bicep;

/// <summary>Names of resources in Bicep files: the resource's name in camel case, with its kind or a number where two would be the same.</summary>
internal sealed class BicepSymbols
{
    // Words of the language, and functions that the export calls: a resource of that name would hide them.
    private static readonly ImmutableArray<string> Reserved =
        ["param", "var", "resource", "module", "output", "targetScope", "existing", "for", "if", "true", "false", "null", "type", "func", "import", "using", "metadata", "guid", "json", "loadJsonContent", "subscription", "resourceGroup", "managementGroup", "tenant", "az", "sys"];

    private readonly ImmutableDictionary<string, string> byId;

    /// <summary>Names the resources of a plan.</summary>
    public BicepSymbols(ImmutableArray<PlanOperation> operations)
    {
        var used = new HashSet<string>(Reserved, StringComparer.Ordinal);
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var operation in operations.Where(operation => operation.Principal is null))
        {
            var name = Camel(operation.Id[(operation.Id.LastIndexOf('/') + 1)..]);
            var symbol = new[] { name, name + Suffix(operation) }.Concat(Enumerable.Range(2, operations.Length).Select(i => $"{name}{Suffix(operation)}{i}")).First(used.Add);
            names[operation.Id] = symbol;
        }

        byId = names.ToImmutable();
    }

    /// <summary>The symbol of a resource, or null when it is none of these.</summary>
    public string? Of(string id) => byId.GetValueOrDefault(id.TrimEnd('/'));

    private static string Suffix(PlanOperation operation) => operation.Kind switch
    {
        Planning.Objects.ArmObjectKind.PolicyDefinition => "Definition",
        Planning.Objects.ArmObjectKind.PolicySetDefinition => "Initiative",
        Planning.Objects.ArmObjectKind.PolicyAssignment => "Assignment",
        _ => "Exemption",
    };

    private static string Camel(string name)
    {
        var words = name.Split([.. name.Where(character => !char.IsAsciiLetterOrDigit(character)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        var camel = string.Concat(words.Select((word, i) => (i == 0 ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0])) + word[1..]));
        return camel.Length > 0 && char.IsAsciiLetter(camel[0]) ? camel : $"policy{camel}";
    }
}
