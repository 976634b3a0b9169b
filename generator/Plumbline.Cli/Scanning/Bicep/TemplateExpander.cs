using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Scan.Bicep;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Templates;

namespace Plumbline.Cli.Scanning.Bicep;

/// <summary>
/// Expands Bicep files, Bicep parameters files and ARM templates with Microsoft's own engine: loops, conditions, modules and functions are evaluated by
/// <c>bicep snapshot</c>. Nothing is written beside the user's files.
/// </summary>
/// <param name="folder">The folder that relative paths start from.</param>
/// <param name="target">Where the template is taken to be deployed.</param>
/// <param name="program">The Bicep command-line interface; null when it is not there.</param>
internal sealed class TemplateExpander(string folder, TemplateTarget target, string? program)
{
    private const string TemplateFile = "main.json";
    private const string ParametersFile = "main.bicepparam";
    private const string SnapshotFile = "main.snapshot.json";

    /// <summary>The resources that the deployment of a file will leave.</summary>
    /// <param name="path">A <c>.bicep</c>, <c>.bicepparam</c> or <c>.json</c> file.</param>
    /// <param name="parameters">Values of parameters, by name without regard to case.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ExpandedTemplate Expand(string path, ImmutableDictionary<string, PolicyValue> parameters, CancellationToken cancellationToken)
    {
        if (LooseFile.Read(folder, path, out var unreadable) is not { } source) return ExpandedTemplate.Failed([.. new[] { unreadable }.OfType<Diagnostic>()]);
        if (program is null) return ExpandedTemplate.Failed(BicepTool.NotFound(path));
        try
        {
            var compiled = Compile(source, parameters, cancellationToken);
            return compiled.Template is { } template ? Expand(compiled with { Template = template }, source.File, cancellationToken) : ExpandedTemplate.Failed(compiled.Problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return ExpandedTemplate.Failed(DiagnosticCatalog.TemplateNotExpanded(new SourceLocation(path), exception.Message.ReplaceLineEndings(" ")));
        }
    }

    private Compiled Compile(SourceText source, ImmutableDictionary<string, PolicyValue> parameters, CancellationToken cancellationToken) => Path.GetExtension(source.File).ToLowerInvariant() switch
    {
        ".bicep" => CompileBicep(source, parameters, cancellationToken),
        ".bicepparam" => CompileParameters(source, parameters, cancellationToken),
        _ => Read(source, parameters, resource => resource is null ? new ResourceOrigin(new SourceLocation(source.File, new TextSpan(1, 1))) : ArmOrigins.Of(source.File, resource)),
    };

    private Compiled CompileBicep(SourceText source, ImmutableDictionary<string, PolicyValue> parameters, CancellationToken cancellationToken)
    {
        var result = Run(["build", FullPath(source.File), "--stdout"], cancellationToken);
        return result.ExitCode == 0
            ? Read(new SourceText(source.File, result.Output), parameters, new BicepOrigins(source, ReadModule).Of)
            : Compiled.Failed(BicepProblems.Of(result.Error, source.File, folder, isGenerated: false));
    }

    private Compiled CompileParameters(SourceText source, ImmutableDictionary<string, PolicyValue> parameters, CancellationToken cancellationToken)
    {
        var result = Run(["build-params", FullPath(source.File), "--stdout"], cancellationToken);
        if (result.ExitCode != 0) return Compiled.Failed(BicepProblems.Of(result.Error, source.File, folder, isGenerated: false));
        using var built = JsonDocument.Parse(result.Output);
        var template = built.RootElement.TryGetProperty("templateJson", out var text) ? text.GetString() : null;
        if (template is null) return Compiled.Failed([DiagnosticCatalog.TemplateNotExpanded(new SourceLocation(source.File), "its template is in a registry; name the template itself")]);
        var given = ParameterFile.Read(new SourceText(source.File, built.RootElement.GetProperty("parametersJson").GetString() ?? "{}"));
        var used = UsingPath.Of(source) is { } path ? new BicepFile(source.File, []).Resolve(path) : source.File;
        var origins = new BicepOrigins(ReadModule(used) ?? source, ReadModule);
        return Read(new SourceText(used, template), (given.Value ?? parameters).SetItems(parameters), origins.Of);
    }

    private static Compiled Read(SourceText source, ImmutableDictionary<string, PolicyValue> parameters, Func<TemplateResource?, ResourceOrigin> origins)
    {
        var parsed = TemplateDocument.Read(source);
        return new(parsed.Value, parameters, origins, parsed.Value is null ? parsed.Diagnostics : []);
    }

    private ExpandedTemplate Expand(Compiled compiled, string file, CancellationToken cancellationToken)
    {
        if (compiled.Template is not { } template) return ExpandedTemplate.Failed(compiled.Problems);
        var names = template.Parameters.Declared.Select(parameter => parameter.Name).ToImmutableArray();
        var missing = template.Parameters.Missing(compiled.Parameters).ToList();
        if (missing.Count > 0) return new([], [DiagnosticCatalog.TemplateParametersMissing(new SourceLocation(file), string.Join(", ", missing))], names);
        var (snapshot, problems) = Snapshot(template, compiled.Parameters, file, cancellationToken);
        if (snapshot is null) return new([], problems, names);
        var predicted = PredictedResources.Read(snapshot, template);
        return new(
            [.. predicted.Resources.Select(resource => new ScannedResource(resource.Utf8, ResourceHeader.Read(resource.Utf8.Span), compiled.Origins(resource.Declaration), IsPlanned: true))],
            [.. predicted.Remarks.Select(remark => DiagnosticCatalog.TemplatePartNotExpanded(new SourceLocation(file), remark))],
            names);
    }

    private (byte[]? Snapshot, ImmutableArray<Diagnostic> Problems) Snapshot(
        TemplateDocument template, ImmutableDictionary<string, PolicyValue> parameters, string file, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("plumbline-");
        try
        {
            string In(string name) => Path.Combine(work.FullName, name);
            File.WriteAllText(In(TemplateFile), template.Marked, new UTF8Encoding(false));
            File.WriteAllText(In(ParametersFile), template.Parameters.ToBicepParameters($"./{TemplateFile}", parameters), new UTF8Encoding(false));
            var result = Run(["snapshot", In(ParametersFile), .. target.Arguments(template.Scope)], cancellationToken);
            return result.ExitCode == 0 && File.Exists(In(SnapshotFile))
                ? (File.ReadAllBytes(In(SnapshotFile)), [])
                : (null, BicepProblems.Of(result.Error, file, folder, isGenerated: true));
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private BicepOutput Run(string[] arguments, CancellationToken cancellationToken) => new BicepProcess(program ?? "bicep").Run(arguments, cancellationToken);

    private string FullPath(string path) => Path.GetFullPath(Path.Combine(folder, path));

    private SourceText? ReadModule(string path) => File.Exists(FullPath(path)) ? LooseFile.Read(folder, path, out _) : null;

    /// <summary>A template ready to be expanded.</summary>
    private sealed record Compiled(
        TemplateDocument? Template, ImmutableDictionary<string, PolicyValue> Parameters, Func<TemplateResource?, ResourceOrigin> Origins, ImmutableArray<Diagnostic> Problems)
    {
        public static Compiled Failed(ImmutableArray<Diagnostic> problems) =>
            new(null, ImmutableDictionary<string, PolicyValue>.Empty, _ => new ResourceOrigin(new SourceLocation("")), problems);
    }
}
