using System.Collections.Immutable;

namespace Plumbline.Lint.Framework;

/// <summary>What is looked for, and how much it matters.</summary>
/// <param name="Today">The day on which suppressions expire.</param>
public sealed record LintOptions(DateOnly Today)
{
    /// <summary>Severities by rule; null switches a rule off.</summary>
    public ImmutableDictionary<string, LintSeverity?> Severities { get; init; } = ImmutableDictionary<string, LintSeverity?>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);

    /// <summary>The only rules to apply; empty for all.</summary>
    public ImmutableHashSet<string> Only { get; init; } = ImmutableHashSet<string>.Empty.WithComparer(StringComparer.OrdinalIgnoreCase);

    /// <summary>Rules to leave out.</summary>
    public ImmutableHashSet<string> Without { get; init; } = ImmutableHashSet<string>.Empty.WithComparer(StringComparer.OrdinalIgnoreCase);

    internal bool Includes(string rule) => (Only.IsEmpty || Only.Contains(rule)) && !Without.Contains(rule) && (!Severities.TryGetValue(rule, out var severity) || severity is not null);
}
