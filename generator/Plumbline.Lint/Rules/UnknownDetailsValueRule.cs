using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A member of the details has a value that Azure does not document.</summary>
internal sealed class UnknownDetailsValueRule() : DiagnosticRule("unknown-details-value", LintSeverity.Warning, "A member of the details has a value that Azure does not document", "PLB2076");
