using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>An order is asked of a type that has none, or of two types.</summary>
internal sealed class OrderingOperatorOnIncompatibleFieldTypeRule() : FieldRule("ordering-operator-on-incompatible-field-type", LintSeverity.Error, "An order is asked of a type that has none, or of two types")
{
    /// <inheritdoc/>
    protected override bool IsAboutTheName => false;
}
