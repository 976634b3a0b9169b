using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A text looks like an expression and is none.</summary>
internal sealed class ExpressionNotClosedRule() : DiagnosticRule("expression-not-closed", LintSeverity.Warning, "A text looks like an expression and is none", "PLB2021");
