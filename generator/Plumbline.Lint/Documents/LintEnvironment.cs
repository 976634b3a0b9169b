using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Documents;

/// <summary>What rules may look at beside the document.</summary>
/// <param name="Aliases">The alias table.</param>
/// <param name="Schemas">The schemas of resource types.</param>
public sealed record LintEnvironment(AliasTable Aliases, ResourceSchemas Schemas)
{
    /// <summary>The aliases and schemas that are part of the program, and nothing else.</summary>
    public static LintEnvironment Default { get; } = new(AliasTable.Published, ResourceSchemas.Published);

    /// <summary>The definitions that are linted together, by resource name in any case: what an initiative refers to.</summary>
    public ImmutableDictionary<string, PolicyDefinition> Definitions { get; init; } = ImmutableDictionary.Create<string, PolicyDefinition>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The document as it was published before, or null.</summary>
    public JObject? Previous { get; init; }

    /// <summary>The api-version in which requests will come, or null.</summary>
    public string? ApiVersion { get; init; }
}
