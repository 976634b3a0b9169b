using System.Collections.Immutable;
using Plumbline.Lint.Framework;

namespace Plumbline.Cli.Linting;

/// <summary>What a command line of <c>plumbline lint</c> asks for.</summary>
/// <param name="Paths">Files and folders; none for the definitions and initiatives of the checkout.</param>
/// <param name="Format">The format on standard output.</param>
/// <param name="Outputs">Formats to write to files.</param>
internal sealed record LintSettings(ImmutableArray<string> Paths, string Format, ImmutableArray<(string Format, string Path)> Outputs)
{
    /// <summary>The only rules to apply; empty for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Rules to leave out.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Severities by rule, beyond those of the configuration; null switches a rule off.</summary>
    public ImmutableArray<KeyValuePair<string, LintSeverity?>> Severities { get; init; } = [];

    /// <summary>The lowest severity that makes the command fail.</summary>
    public LintSeverity FailOn { get; init; } = LintSeverity.Warning;

    /// <summary>The api-version in which requests will come, or null.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The folder with the documents as they were before, or null.</summary>
    public string? Previous { get; init; }

    /// <summary>Whether the fixes are written into the files.</summary>
    public bool IsFix { get; init; }
}
