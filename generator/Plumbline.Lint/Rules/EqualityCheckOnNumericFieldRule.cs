using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A number is compared for equality with a literal.</summary>
internal sealed class EqualityCheckOnNumericFieldRule() : FieldRule("equality-check-on-numeric-field", LintSeverity.Informational, "A number is compared for equality with a literal")
{
    /// <inheritdoc/>
    protected override bool IsAboutTheName => false;
}
