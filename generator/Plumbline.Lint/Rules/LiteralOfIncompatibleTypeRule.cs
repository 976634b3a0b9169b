using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A literal is compared that the property can never be.</summary>
internal sealed class LiteralOfIncompatibleTypeRule() : FieldRule("literal-of-incompatible-type", LintSeverity.Warning, "A literal is compared that the property can never be")
{
    /// <inheritdoc/>
    protected override bool IsAboutTheName => false;
}
