using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A key is given twice in an object.</summary>
internal sealed class RepeatedKeyRule() : DiagnosticRule("repeated-key", LintSeverity.Warning, "A key is given twice in an object", "PLB2017");
