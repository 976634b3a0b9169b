using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter is declared without a type.</summary>
internal sealed class ParameterTypeMissingRule() : DiagnosticRule("parameter-type-missing", LintSeverity.Warning, "A parameter is declared without a type", "PLB2077");
