using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The api-version that is asked for does not have the property.</summary>
internal sealed class FieldAliasUnavailableInApiVersionRule() : FieldRule("field-alias-unavailable-in-api-version", LintSeverity.Error, "The api-version that is asked for does not have the property");
