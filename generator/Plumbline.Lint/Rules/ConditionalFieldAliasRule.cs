using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The property exists in certain forms of the resource only.</summary>
internal sealed class ConditionalFieldAliasRule() : FieldRule("conditional-field-alias", LintSeverity.Warning, "The property exists in certain forms of the resource only");
