using System.Collections.Immutable;
using Plumbline.Cli.Aliases;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Cli.Evaluation;

/// <summary>The alias catalogues that an evaluation is told to use, with what happens to names they do not have: with <c>none</c>, fields are paths from the root of the resource.</summary>
/// <param name="folder">The folder that relative paths start from.</param>
internal sealed class AliasSources(string folder)
{
    private readonly AliasFiles files = new(folder);

    /// <summary>The catalogue of this name; null with the problems when it cannot be read.</summary>
    public AliasSource? Find(string? name, out ImmutableArray<Diagnostic> problems)
    {
        var parsed = files.Load(name ?? "default");
        problems = parsed.Diagnostics;
        return parsed.Value is { } table ? new AliasSource(table, name == "none" ? UnknownAliasHandling.ReadFromRoot : UnknownAliasHandling.Refuse) : null;
    }
}

/// <summary>A catalogue and what happens to names it does not have. Catalogues compare by reference.</summary>
internal sealed record AliasSource(AliasTable Table, UnknownAliasHandling Unknown);
