using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The property may be missing.</summary>
internal sealed class OptionalFieldAliasRule() : FieldRule("optional-field-alias", LintSeverity.Informational, "The property may be missing");
