using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The newest api-version does not have the property.</summary>
internal sealed class FieldAliasUnavailableInLatestApiVersionRule() : FieldRule("field-alias-unavailable-in-latest-api-version", LintSeverity.Error, "The newest api-version does not have the property");
