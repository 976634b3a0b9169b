using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Files;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Shapes;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Cli.Environments;

/// <summary>Reads the exemptions that an environment refers to.</summary>
internal static class ExemptionFiles
{
    private static readonly ImmutableArray<string> Extensions = [".yaml", ".yml", ".json", ".csv"];

    /// <summary>All exemptions of the environment: those of <c>plumbline.yaml</c>, then those of the files in ordinal order of each folder.</summary>
    public static ImmutableArray<ExemptionDeclaration> Read(Workspace workspace, ConfiguredEnvironment environment, ImmutableArray<Diagnostic>.Builder found)
    {
        var reader = new ExemptionReader(found);
        var exemptions = environment.Deployment.Exemptions.ToBuilder();
        foreach (var source in Sources(workspace, environment, found)) exemptions.AddRange(Read(source, found));
        reader.CheckNames(exemptions.ToImmutable());
        return exemptions.ToImmutable();
    }

    /// <summary>The exemptions of a file.</summary>
    public static ImmutableArray<ExemptionDeclaration> Read(SourceText source, ImmutableArray<Diagnostic>.Builder found)
    {
        if (source.File.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return ExemptionCsvReader.Read(source, found);

        var root = source.File.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Json(source, found) : Yaml(source, found);
        if (root is null) return [];
        found.AddRange(ShapeChecker.Check(root, ExemptionShapes.File));
        return root is YamlMapping file ? new ExemptionReader(found).Read(file.Mappings("exemptions")) : [];
    }

    /// <summary>The files that the environment's paths mean.</summary>
    public static ImmutableArray<SourceText> Sources(Workspace workspace, ConfiguredEnvironment environment, ImmutableArray<Diagnostic>.Builder found)
    {
        var sources = ImmutableArray.CreateBuilder<SourceText>();
        foreach (var (path, at) in environment.ExemptionPaths)
        {
            if (!IsInside(path)) found.Add(DiagnosticCatalog.ExemptionPathOutside(at, path));
            else if (Directory.Exists(workspace.PathOf(path))) sources.AddRange(Extensions.SelectMany(extension => workspace.ReadAll(path, "*" + extension)).OrderBy(source => source.File, StringComparer.Ordinal));
            else if (workspace.Read(path) is not { } source) found.Add(DiagnosticCatalog.ExemptionPathMissing(at, path));
            else if (!IsExemptionFile(path)) found.Add(DiagnosticCatalog.ExemptionFileOfOtherKind(at, path));
            else sources.Add(source);
        }

        return [.. sources.DistinctBy(source => source.File)];
    }

    /// <summary>The file to add an exemption to: the one that is asked for when the environment reads it, else the only one that it names; null, with the reason, when there is none.</summary>
    public static string? Target(Workspace workspace, ConfiguredEnvironment environment, string? asked, ImmutableArray<Diagnostic>.Builder found)
    {
        var at = environment.Deployment.At;
        if (asked is null)
        {
            if (environment.ExemptionPaths is [var (only, _)] && IsInside(only) && IsExemptionFile(only)) return only;
            found.Add(DiagnosticCatalog.ExemptionFileNeeded(at, environment.Deployment.Name));
            return null;
        }

        var file = asked.Replace('\\', '/');
        if (file.StartsWith("./", StringComparison.Ordinal)) file = file[2..];
        if (IsInside(file) && IsExemptionFile(file) && environment.ExemptionPaths.Any(path => Reads(workspace, path.Path, file))) return file;
        found.Add(DiagnosticCatalog.ExemptionFileNotRead(at, environment.Deployment.Name, asked));
        return null;
    }

    private static bool Reads(Workspace workspace, string path, string file) =>
        path == file || (Directory.Exists(workspace.PathOf(path)) && file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    private static YamlNode? Yaml(SourceText source, ImmutableArray<Diagnostic>.Builder found)
    {
        var document = YamlReader.Read(source);
        found.AddRange(document.Diagnostics);
        return document.Root;
    }

    private static YamlMapping? Json(SourceText source, ImmutableArray<Diagnostic>.Builder found)
    {
        var parsed = PositionedJson.Parse(source);
        found.AddRange(parsed.Diagnostics);
        return parsed.Value is { } root ? JsonNodes.Mapping(source.File, root) : null;
    }

    private static bool IsExemptionFile(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool IsInside(string path) => !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
