using System.Collections.Immutable;
using Plumbline.Cli.Catalogs;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Reporting;

namespace Plumbline.Cli.Compliance;

/// <summary>Finds the catalog behind an initiative.</summary>
internal static class BaselineFinder
{
    /// <summary>The outline of the catalog that generates <paramref name="initiative"/>; null, with the reasons, when there is none or it has errors.</summary>
    public static (BaselineOutline? Outline, ImmutableArray<Diagnostic> Diagnostics) Find(Workspace workspace, string initiative)
    {
        var loaded = CatalogLoader.Load(workspace);
        if (loaded.HasErrors) return (null, [.. loaded.Diagnostics.Where(diagnostic => diagnostic.IsError)]);

        var catalog = loaded.Catalogs.FirstOrDefault(one => one.Catalog.Initiative.Name == initiative)?.Catalog;
        if (catalog is null) return (null, [DiagnosticCatalog.CatalogOfInitiativeMissing(new SourceLocation(CatalogLoader.Folder), initiative)]);

        var builtIns = loaded.BuiltIns.Select(PolicyParser.ParseDefinition).Select(parsed => parsed.Value).OfType<PolicyDefinition>();
        return (new OutlineBuilder(builtIns.ToImmutableDictionary(definition => definition.Name, StringComparer.OrdinalIgnoreCase)).Build(catalog), []);
    }
}
