using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A suppression gives no reason, is over, or cannot be read. Reported when suppressions are applied, after all other rules.</summary>
internal sealed class InvalidSuppressionRule() : LintRule("invalid-suppression", LintSeverity.Warning, "A suppression gives no reason, is over, or cannot be read")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) => [];
}
