using System.Collections.Immutable;

namespace Plumbline.Cli.Linting;

/// <summary>What a run of the linter is asked for.</summary>
/// <param name="Paths">Files and folders; none for the checkout's own documents.</param>
/// <param name="Format">What is printed.</param>
/// <param name="Outputs">Formats and the files they are written to.</param>
internal sealed record LintSettings(ImmutableArray<string> Paths, string Format, ImmutableArray<(string Format, string Path)> Outputs)
{
    /// <summary>The only rules to apply; none for the rule set.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Rules that are not applied.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>Severities by rule, or <c>off</c>; they replace those of the configuration.</summary>
    public ImmutableArray<(string Rule, string Severity)> Severities { get; init; } = [];

    /// <summary>Whether all rules are applied, not the default set.</summary>
    public bool IsEveryRule { get; init; }

    /// <summary>The least severity that makes the command fail; null for the configuration's, else warning.</summary>
    public string? FailOn { get; init; }

    /// <summary>The alias catalogue, or null for the default.</summary>
    public string? Aliases { get; init; }

    /// <summary>The api-version in which requests will come, or null.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The folder with the documents as they were published, or null.</summary>
    public string? Previous { get; init; }

    /// <summary>Whether what can be fixed is fixed first.</summary>
    public bool IsFix { get; init; }

    /// <summary>Whether the rules are listed instead.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether requests are read from standard input instead.</summary>
    public bool IsBatch { get; init; }
}
