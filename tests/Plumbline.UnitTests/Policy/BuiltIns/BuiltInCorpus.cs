using System.Collections.Immutable;
using System.IO.Compression;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>The built-in definitions and initiatives of <c>tests/corpus</c>.</summary>
internal static class BuiltInCorpus
{
    private const string Prefix = "built-in-policies/policyDefinitions/";

    private static readonly Lazy<ImmutableArray<BuiltIn>> Everything = new(() => [.. Lines("builtins").AsParallel().AsOrdered().Select(ReadDefinition)]);

    private static readonly Lazy<ImmutableArray<ParseResult<PolicySetDefinition>>> Sets =
        new(() => [.. Lines("initiatives").Select(line => PolicyParser.ParseSetDefinition(new SourceText("initiative.json", line)))]);

    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(CaseFile.Folder) ?? ".", "corpus");

    /// <summary>All definitions, in the order of the corpus.</summary>
    public static ImmutableArray<BuiltIn> All => Everything.Value;

    /// <summary>Those that Azure Resource Manager evaluates: not the ones of data planes.</summary>
    public static IEnumerable<BuiltIn> Evaluated => All.Where(item => ModeApplicability.IsResourceManagerMode(item.Definition.Mode));

    /// <summary>All initiatives.</summary>
    public static ImmutableArray<ParseResult<PolicySetDefinition>> Initiatives => Sets.Value;

    /// <summary>The definition of a file such as <c>Container Apps/EnableHTTPS_Audit.json</c>.</summary>
    public static BuiltIn Of(string file) => All.Single(item => item.File == file);

    private static BuiltIn ReadDefinition(string line)
    {
        var file = ((string?)JObject.Parse(line)["file"] ?? "")[Prefix.Length..];
        var parsed = PolicyParser.ParseDefinition(new SourceText(file, line));
        return new BuiltIn(parsed.Value?.Name ?? "", file, line, parsed.Value, parsed.Diagnostics);
    }

    private static List<string> Lines(string name)
    {
        using var file = File.OpenRead(Path.Combine(Folder, name + ".jsonl.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var lines = new List<string>();
        while (text.ReadLine() is { } line) lines.Add(line);
        return lines;
    }
}
