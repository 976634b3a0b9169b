using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter is declared and not read.</summary>
internal sealed class UnusedParameterRule() : DiagnosticRule("unused-parameter", LintSeverity.Error, "A parameter is declared and not read", "PLB2029");
