using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Generation.Reading;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Catalogs;

/// <summary>Reads the catalogs of a workspace.</summary>
internal static class CatalogLoader
{
    /// <summary>The folder of the catalogs.</summary>
    public const string Folder = "generator/catalog";

    /// <summary>How the names of test files end, which lie beside catalogs.</summary>
    public const string TestsSuffix = ".tests.yaml";

    /// <summary>Reads <c>generator/catalog/*.yaml</c> and the built-in definitions beside them.</summary>
    public static LoadedCatalogs Load(Workspace workspace)
    {
        ImmutableArray<SourceText> sources = [.. workspace.ReadAll(Folder, "*.yaml").Where(source => !source.File.EndsWith(TestsSuffix, StringComparison.Ordinal))];
        if (sources.IsEmpty) return new LoadedCatalogs([], [], [DiagnosticCatalog.FileUnreadable(new SourceLocation(Folder), "the folder holds no catalog (*.yaml)")]);

        var read = sources.Select(source => (Source: source, Result: CatalogReader.Read(source))).ToImmutableArray();
        return new LoadedCatalogs(
            [.. read.SelectMany(one => one.Result.Value is { } catalog ? [new LoadedCatalog(one.Source, catalog)] : Array.Empty<LoadedCatalog>())],
            workspace.ReadAll($"{Folder}/builtins", "*.json"),
            [.. read.SelectMany(one => one.Result.Diagnostics)]);
    }
}
