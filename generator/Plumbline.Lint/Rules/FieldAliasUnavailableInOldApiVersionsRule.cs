using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>An older api-version does not have the property.</summary>
internal sealed class FieldAliasUnavailableInOldApiVersionsRule() : FieldRule("field-alias-unavailable-in-old-api-versions", LintSeverity.Warning, "An older api-version does not have the property");
