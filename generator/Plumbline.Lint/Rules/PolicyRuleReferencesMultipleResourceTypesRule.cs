using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The rule is about several resource types.</summary>
internal sealed class PolicyRuleReferencesMultipleResourceTypesRule() : FieldRule("policy-rule-references-multiple-resource-types", LintSeverity.Informational, "The rule is about several resource types");
