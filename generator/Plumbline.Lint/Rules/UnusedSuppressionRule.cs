using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A suppression has nothing to suppress. Reported when suppressions are applied, after all other rules.</summary>
internal sealed class UnusedSuppressionRule() : LintRule("unused-suppression", LintSeverity.Informational, "A suppression has nothing to suppress")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) => [];
}
