using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Scan.Bicep;
using Plumbline.Scan.Inputs;

namespace Plumbline.Cli.Scanning;

/// <summary>Finds what to scan in the files and folders that are named.</summary>
/// <param name="folder">The folder that relative paths start from.</param>
/// <param name="expander">Expands templates.</param>
/// <param name="parameters">Values of template parameters.</param>
/// <param name="cancellationToken">Ends expansions.</param>
internal sealed class InputFiles(string folder, TemplateExpander expander, ImmutableDictionary<string, PolicyValue> parameters, CancellationToken cancellationToken)
{
    private static readonly string[] Skipped = [".git", "node_modules", "bin", "obj", ".terraform"];

    private readonly HashSet<string> parameterNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parameters that the templates expanded so far declare.</summary>
    public IReadOnlySet<string> ParameterNames => parameterNames;

    /// <summary>The inputs in the order of the command line, those of a folder in ordinal order; and what cannot be scanned.</summary>
    public (ImmutableArray<ScanInput> Inputs, ImmutableArray<Diagnostic> Problems) Find(IEnumerable<string> paths)
    {
        var (inputs, problems) = (ImmutableArray.CreateBuilder<ScanInput>(), ImmutableArray.CreateBuilder<Diagnostic>());
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            var full = Path.Combine(folder, path);
            if (Directory.Exists(full)) inputs.AddRange(InFolder(path, full));
            else if (!File.Exists(full)) problems.Add(DiagnosticCatalog.FileUnreadable(new SourceLocation(path), "there is no such file or folder"));
            else if (InputOf(path) is { } input) inputs.Add(input);
            else problems.Add(DiagnosticCatalog.InputNotScannable(new SourceLocation(path), "it holds the parameters of a template; name the template, and this file with --parameters"));
        }

        return (inputs.ToImmutable(), problems.ToImmutable());
    }

    // A module is scanned where it is used, with the parameters it gets there.
    private IEnumerable<ScanInput> InFolder(string name, string full)
    {
        var files = Files(full).Select(file => Path.GetRelativePath(full, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)
            .Select(file => name is "." ? file : $"{name.TrimEnd('/')}/{file}").ToList();
        var bicep = files.Where(file => file.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase)).Select(Text).OfType<SourceText>().Select(BicepFile.Read).ToList();
        var used = bicep.SelectMany(file => file.LocalModules.Select(file.Resolve))
            .Concat(files.Where(file => file.EndsWith(".bicepparam", StringComparison.OrdinalIgnoreCase)).Select(Text).OfType<SourceText>().Select(Used))
            .ToHashSet(StringComparer.Ordinal);
        return files.Where(file => !used.Contains(file)).Select(file => InputOf(file, isNamed: false)).OfType<ScanInput>();
    }

    private static string Used(SourceText parameters) => UsingPath.Of(parameters) is { } path ? new BicepFile(parameters.File, []).Resolve(path) : "";

    private static IEnumerable<string> Files(string full) =>
        Directory.EnumerateFiles(full).Concat(Directory.EnumerateDirectories(full).Where(inner => !Skipped.Contains(Path.GetFileName(inner), StringComparer.Ordinal)).SelectMany(Files));

    private SourceText? Text(string path) => LooseFile.Read(folder, path, out _);

    private ScanInput? InputOf(string path, bool isNamed = true)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is ".bicep" or ".bicepparam") return Template(path, InputKind.Bicep);
        if (!isNamed && extension is not (".json" or ".jsonl" or ".ndjson")) return null;
        var prefix = Prefix(path);
        return InputSniffer.KindOf(prefix) switch
        {
            InputKind.Template => Template(path, InputKind.Template),
            InputKind.TerraformPlan => TerraformInput.Of(folder, path),
            InputKind.Inventory when isNamed || InputSniffer.HoldsResources(prefix) => Inventory(path),
            _ => null,
        };
    }

    private ScanInput Template(string path, InputKind kind)
    {
        var expanded = new Lazy<ResourceBatch>(() =>
        {
            var template = expander.Expand(path, parameters, cancellationToken);
            parameterNames.UnionWith(template.ParameterNames);
            return new ResourceBatch(template.Resources, template.Diagnostics, 0);
        });
        return new(path, kind, 0, () => [expanded.Value]);
    }

    private ScanInput Inventory(string path)
    {
        var full = Path.Combine(folder, path);
        return new(path, InputKind.Inventory, new FileInfo(full).Length, () => Batches(full, path));
    }

    private static IEnumerable<ResourceBatch> Batches(string full, string path)
    {
        using var stream = new FileStream(full, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        foreach (var batch in new InventoryReader(stream, path).Batches()) yield return batch;
    }

    private byte[] Prefix(string path)
    {
        using var stream = File.OpenRead(Path.Combine(folder, path));
        var buffer = new byte[(int)Math.Min(InputSniffer.PrefixLength, stream.Length)];
        stream.ReadExactly(buffer);
        return buffer;
    }
}
