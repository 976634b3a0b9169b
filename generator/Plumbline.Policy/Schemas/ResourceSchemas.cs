using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Plumbline.Policy.Aliases;

namespace Plumbline.Policy.Schemas;

/// <summary>Looks up schemas of resource types. Names compare without regard to case. Safe for use by several threads.</summary>
public sealed class ResourceSchemas
{
    private static readonly Lazy<ResourceSchemas> Embedded = new(() => new ResourceSchemas(new SchemaPack(EmbeddedPack.Read("Schemas.schemas.pack"))));

    private readonly SchemaPack pack;

    private ResourceSchemas(SchemaPack pack) => this.pack = pack;

    /// <summary>
    /// The schemas of 3,556 resource types in 36,835 api-versions, from Azure.Bicep.Types.Az 0.2.972, which Microsoft makes from Azure's published REST specifications.
    /// The schema of a type is read when it is first asked for.
    /// </summary>
    public static ResourceSchemas Published => Embedded.Value;

    /// <summary>The resource types, in ordinal order without regard to case.</summary>
    public IReadOnlyList<string> Types => pack.Types;

    /// <summary>Finds the schema of a full resource type, such as <c>Microsoft.Network/virtualNetworks/subnets</c>.</summary>
    public bool TryFind(string resourceType, [NotNullWhen(true)] out ResourceSchema? schema)
    {
        schema = pack.Find(resourceType);
        return schema is not null;
    }

    /// <summary>The api-versions of a full resource type in any case, oldest first, without reading its schema; empty when the type is not known.</summary>
    public ImmutableArray<string> ApiVersions(string resourceType) => pack.ApiVersions(resourceType);

    /// <summary>What is known of the property behind an alias, by its default path; null when the type is unknown or no api-version has the path.</summary>
    public PropertyFacts? FactsOf(Alias alias) => FactsOf(alias.ResourceType, alias.Path);

    /// <summary>What is known of the property of a resource type at a path; null when the type is unknown or no api-version has the path.</summary>
    /// <param name="resourceType">The full type in any case.</param>
    /// <param name="path">Such as <c>properties.configuration.ingress.external</c>.</param>
    public PropertyFacts? FactsOf(string resourceType, string path) => pack.Find(resourceType)?.Find(path);
}
