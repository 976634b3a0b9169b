using System.Collections.Immutable;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint;

/// <summary>Which rules are applied, and how.</summary>
public sealed record LintOptions
{
    /// <summary>What rules may look at beside the document.</summary>
    public LintEnvironment Environment { get; init; } = LintEnvironment.Default;

    /// <summary>The only rules to apply, those outside of the default set included; null for the default set. An identifier that no rule has matches none.</summary>
    public ImmutableHashSet<string>? Only { get; init; }

    /// <summary>Whether all rules are applied, not the default set.</summary>
    public bool IsEveryRule { get; init; }

    /// <summary>Rules that are not applied.</summary>
    public ImmutableHashSet<string> Excluded { get; init; } = [];

    /// <summary>Severities that replace those of the rules.</summary>
    public ImmutableDictionary<string, LintSeverity> Severities { get; init; } = ImmutableDictionary<string, LintSeverity>.Empty;

    /// <summary>The day on which suppressions may have expired; null to take none for expired.</summary>
    public DateOnly? Today { get; init; }
}
