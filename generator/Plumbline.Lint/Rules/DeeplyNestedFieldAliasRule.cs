using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The property lies more than two resources deep.</summary>
internal sealed class DeeplyNestedFieldAliasRule() : FieldRule("deeply-nested-field-alias", LintSeverity.Warning, "The property lies more than two resources deep");
