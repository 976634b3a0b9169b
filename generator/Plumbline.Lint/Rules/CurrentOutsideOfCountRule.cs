using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>current() has no count to name a member of.</summary>
internal sealed class CurrentOutsideOfCountRule() : DiagnosticRule("current-outside-of-count", LintSeverity.Error, "current() has no count to name a member of", "PLB2026", "PLB2027");
