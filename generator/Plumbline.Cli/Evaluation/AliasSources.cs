using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Cli.Evaluation;

/// <summary>The alias catalogues that a command is told to use: <c>default</c>, <c>none</c> or a file of Azure's alias JSON. A file is read once.</summary>
/// <param name="folder">The folder that relative paths start from.</param>
internal sealed class AliasSources(string folder)
{
    /// <summary>The name of the embedded catalogue.</summary>
    public const string Default = "default";

    /// <summary>The name of no catalogue: fields are paths from the root of the resource.</summary>
    public const string None = "none";

    private readonly Dictionary<string, (AliasSource? Source, ImmutableArray<Diagnostic> Problems)> known = new(StringComparer.Ordinal)
    {
        [Default] = (new AliasSource(AliasTable.Published, UnknownAliasHandling.Refuse), []),
        [None] = (new AliasSource(AliasTable.Empty, UnknownAliasHandling.ReadAsPath), []),
    };

    /// <summary>The catalogue of this name; null with the problems when it cannot be read.</summary>
    public AliasSource? Find(string? name, out ImmutableArray<Diagnostic> problems)
    {
        var key = name ?? Default;
        if (!known.TryGetValue(key, out var found)) known[key] = found = Read(key);
        problems = found.Problems;
        return found.Source;
    }

    private (AliasSource?, ImmutableArray<Diagnostic>) Read(string path)
    {
        try
        {
            var parsed = AliasTable.Read(File.ReadAllBytes(Path.Combine(folder, path)), path);
            return (parsed.Value is { } table ? new AliasSource(table, UnknownAliasHandling.Refuse) : null, parsed.Diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, [DiagnosticCatalog.FileUnreadable(new SourceLocation(path), exception.Message.ReplaceLineEndings(" "))]);
        }
    }
}

/// <summary>A catalogue and what happens to names it does not have. Compared by reference of the catalogue.</summary>
internal sealed record AliasSource(AliasTable Table, UnknownAliasHandling Unknown);
