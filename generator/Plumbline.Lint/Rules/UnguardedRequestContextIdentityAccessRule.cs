using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A member of the identity of a request is read that may be missing.</summary>
internal sealed class UnguardedRequestContextIdentityAccessRule() : DefinitionRule("unguarded-request-context-identity-access", LintSeverity.Warning, "A member of the identity of a request is read that may be missing")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Expressions.Where(site => site.Part is RulePart.If or RulePart.ExistenceCondition && RequestIdentity.IsSelectedFrom(site.Parsed))
            .Select(site => Finding(
                document,
                site.Token,
                "the expression selects a member of requestContext().identity: a request without it makes the evaluation fail",
                "write coalesce(tryGet(requestContext().identity, ...), '')"));
}
