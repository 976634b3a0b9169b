using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>The rule reads who makes the request, which only a request has.</summary>
internal sealed class RequestContextIdentityIsEnforcementOnlyRule() : DefinitionRule("request-context-identity-is-enforcement-only", LintSeverity.Warning, "The rule reads who makes the request")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Expressions.Any(site => site.Part == RulePart.If && RequestIdentity.IsReadIn(site.Parsed))
            ? [Finding(
                document,
                document.Properties.Member("policyRule")?.Member("if"),
                "the rule reads requestContext().identity, which only a request has: scans give no compliance data",
                "say in the description that the policy only works on requests")]
            : [];
}
