using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A text is compared or written that the schema does not know.</summary>
internal sealed class StringNotInEnumRule() : FieldRule("string-not-in-enum", LintSeverity.Warning, "A text is compared or written that the schema does not know")
{
    /// <inheritdoc/>
    protected override bool IsAboutTheName => false;
}
