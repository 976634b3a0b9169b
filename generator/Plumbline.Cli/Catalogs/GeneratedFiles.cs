using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Generation;
using Plumbline.Generation.Output;
using Plumbline.Lint;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Catalogs;

/// <summary>What the catalogs generate, compared with what is committed.</summary>
/// <param name="Tree">The generated files.</param>
/// <param name="Committed">The committed files in the folders of generated ones.</param>
/// <param name="Drift">Every file that is not as generated.</param>
/// <param name="VersionFindings">Rules or parameters that changed without a new version.</param>
/// <param name="Diagnostics">What generating and the limits of Azure Policy had to say.</param>
internal sealed record GeneratedFiles(
    OutputTree Tree,
    ImmutableArray<SourceText> Committed,
    ImmutableArray<DriftedFile> Drift,
    ImmutableArray<Diagnostic> VersionFindings,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Generates from <paramref name="loaded"/> and compares.</summary>
    public static GeneratedFiles Of(Workspace workspace, LoadedCatalogs loaded)
    {
        var results = loaded.Catalogs.Select(one => CatalogGenerator.Generate(one.Catalog, loaded.BuiltIns)).ToImmutableArray();
        var tree = results.SelectMany(result => result.Tree.Files).Aggregate(OutputTree.Empty, (all, file) => all.With(file.Key, file.Value));
        var committed = workspace.ReadAll("definitions", "*").AddRange(workspace.ReadAll("initiative", "*"));
        return new GeneratedFiles(
            tree,
            committed,
            Generation.Output.Drift.Find(tree, committed),
            [.. committed.SelectMany(file => tree.Files.TryGetValue(file.File, out var text) ? VersionBump.Check(file, text) : [])],
            [.. results.SelectMany(result => result.Diagnostics), .. tree.Files.SelectMany(file => DocumentLimits.Check(new SourceText(file.Key, file.Value)))]);
    }

    /// <summary>Writes what differs and removes what should not be there; returns how many files changed.</summary>
    public int WriteTo(Workspace workspace)
    {
        foreach (var file in Drift)
        {
            if (file.Kind == DriftKind.Extra) workspace.Delete(file.Path);
            else workspace.Write(file.Path, Tree.Files[file.Path]);
        }

        return Drift.Length;
    }
}
