using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The effect is none of Azure Policy.</summary>
internal sealed class UnknownEffectRule() : DiagnosticRule("unknown-effect", LintSeverity.Error, "The effect is none of Azure Policy", "PLB2073");
