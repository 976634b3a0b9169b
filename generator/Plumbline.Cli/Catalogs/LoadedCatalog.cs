using System.Collections.Immutable;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Catalogs;

/// <summary>A catalog file that was read without errors.</summary>
internal sealed record LoadedCatalog(SourceText Source, ServiceCatalog Catalog);

/// <summary>All catalogs of a workspace.</summary>
/// <param name="Catalogs">Those without errors.</param>
/// <param name="BuiltIns">The built-in definitions beside them.</param>
/// <param name="Diagnostics">Everything there is to say about all of them.</param>
internal sealed record LoadedCatalogs(ImmutableArray<LoadedCatalog> Catalogs, ImmutableArray<SourceText> BuiltIns, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether a catalog has an error.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.IsError);
}
