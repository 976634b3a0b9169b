using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>The files of a definitions folder, by their paths in it.</summary>
internal sealed class EpacFiles(ImmutableArray<SourceText> files, string root, ImmutableArray<Diagnostic>.Builder problems)
{
    // The code of DiagnosticCatalog.JsonExtension: comments and trailing commas are what .jsonc is for.
    private const string JsonExtension = "PLB2002";

    /// <summary>The texts in a folder that hold JSON, in ordinal order of their paths.</summary>
    public IEnumerable<SourceText> Json(string folder) => In(folder).Where(file => IsJson(file.File));

    /// <summary>The texts in a folder that hold comma-separated values.</summary>
    public IEnumerable<SourceText> Csv(string folder) => In(folder).Where(file => HasEnd(file.File, ".csv"));

    /// <summary>The names of the folders directly in a folder.</summary>
    public ImmutableArray<string> FoldersIn(string folder) =>
        [.. In(folder).Select(file => Relative(file)[(folder.Length + 1)..].Split('/')).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct(StringComparer.Ordinal)];

    /// <summary>The file of settings, or null.</summary>
    public SourceText? Settings() => files.FirstOrDefault(file => Relative(file).ToLowerInvariant() is "global-settings.jsonc" or "global-settings.json");

    /// <summary>The root, as it was named.</summary>
    public string Root => root;

    /// <summary>Reads an object of a file; null when it is none, which is reported.</summary>
    public EpacObject? Read(SourceText file)
    {
        var parsed = PositionedJson.Parse(file);
        problems.AddRange(parsed.Diagnostics.Where(diagnostic => diagnostic.Code != JsonExtension));
        return parsed.Value is null ? null : new(file.File, parsed.Value, problems);
    }

    /// <summary>The parameter file that an assignment file names: next to it, else the one of that name anywhere below the folder.</summary>
    public SourceText? ParameterFile(string assignmentFile, string name)
    {
        var wanted = name.Replace('\\', '/').TrimStart('.', '/');
        var beside = $"{assignmentFile[..(assignmentFile.LastIndexOf('/') + 1)]}{wanted}";
        return files.FirstOrDefault(file => string.Equals(file.File, beside, StringComparison.OrdinalIgnoreCase))
            ?? In("policyAssignments").FirstOrDefault(file => file.File.EndsWith("/" + wanted, StringComparison.OrdinalIgnoreCase))
            ?? In("policyAssignments").FirstOrDefault(file => file.File.EndsWith("/" + wanted.Split('/')[^1], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The texts in a folder.</summary>
    public IEnumerable<SourceText> In(string folder) =>
        files.Where(file => Relative(file).StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase)).OrderBy(file => file.File, StringComparer.Ordinal);

    private string Relative(SourceText file) => root.Length > 0 && file.File.StartsWith(root + "/", StringComparison.Ordinal) ? file.File[(root.Length + 1)..] : file.File;

    private static bool IsJson(string path) => HasEnd(path, ".json") || HasEnd(path, ".jsonc");

    private static bool HasEnd(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
