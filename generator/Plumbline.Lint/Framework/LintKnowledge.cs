using Plumbline.Policy.Aliases;
using Plumbline.Policy.Schemas;

namespace Plumbline.Lint.Framework;

/// <summary>What rules know of Azure besides the document.</summary>
/// <param name="Aliases">The aliases.</param>
/// <param name="Schemas">The schemas of resource types.</param>
/// <param name="ApiVersion">The api-version in which requests will come, or null.</param>
/// <param name="Previous">The version of the document before this one, or null; what it was is compared with what it is.</param>
public sealed record LintKnowledge(AliasTable Aliases, ResourceSchemas Schemas, string? ApiVersion = null, Policy.Diagnostics.SourceText? Previous = null)
{
    /// <summary>The embedded aliases and schemas.</summary>
    public static LintKnowledge Published { get; } = new(AliasTable.Published, ResourceSchemas.Published);
}
