using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter is read that is not declared.</summary>
internal sealed class AllParameterReferencesMustResolveRule() : DiagnosticRule("all-parameter-references-must-resolve", LintSeverity.Error, "A parameter is read that is not declared", "PLB2028");
