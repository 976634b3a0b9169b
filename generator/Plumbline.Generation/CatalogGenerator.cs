using System.Collections.Immutable;
using Plumbline.Generation.Catalog;
using Plumbline.Generation.Definitions;
using Plumbline.Generation.Initiatives;
using Plumbline.Generation.Output;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Generation;

/// <summary>Generates everything a catalog stands for. The same catalog gives the same bytes, always.</summary>
public static class CatalogGenerator
{
    /// <summary>The definitions as <c>definitions/&lt;folder&gt;/&lt;name&gt;.json</c>, the initiative as <c>initiative/&lt;name&gt;.json</c>.</summary>
    /// <param name="catalog">A catalog without errors.</param>
    /// <param name="builtIns">The JSON of the built-in definitions the catalog refers to, one definition a text.</param>
    public static GenerationResult Generate(ServiceCatalog catalog, ImmutableArray<SourceText> builtIns)
    {
        var (table, problems) = BuiltInTable.Read(builtIns);
        var (initiative, findings) = InitiativeGenerator.Generate(catalog, table);
        var tree = DefinitionGenerator.Generate(catalog)
            .Aggregate(OutputTree.Empty, (files, definition) => files.With(
                $"definitions/{catalog.Service.Folder}/{definition.Name}.json",
                CanonicalJsonWriter.Write(definition.Document)))
            .With($"initiative/{catalog.Initiative.Name}.json", CanonicalJsonWriter.Write(initiative));
        var ordered = findings.OrderBy(finding => finding.Location.Span?.Line ?? 0).ThenBy(finding => finding.Location.Span?.Column ?? 0);
        return new GenerationResult(tree, [.. problems, .. ordered]);
    }
}
