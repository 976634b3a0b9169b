using System.Collections.Immutable;
using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>The rules, listed: nothing is searched for at start. One line a rule, in ordinal order of the identifiers.</summary>
public static partial class RuleRegistry
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<LintRule> All { get; } = [.. ((IEnumerable<LintRule>)[new SystemRule(), .. FieldRule.All, .. Linter, .. Own]).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
}
