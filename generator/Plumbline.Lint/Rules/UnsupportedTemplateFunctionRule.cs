using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A function is called that policy rules do not have, or with a wrong number of arguments.</summary>
internal sealed class UnsupportedTemplateFunctionRule() : DiagnosticRule("unsupported-template-function", LintSeverity.Error, "A function is called that policy rules do not have, or with a wrong number of arguments", "PLB2022", "PLB2023", "PLB2024", "PLB2025", "PLB2060");
