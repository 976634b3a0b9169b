using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>There is a caller only while a request is handled.</summary>
public sealed class RequestContextIdentityIsEnforcementOnlyRule() : LintRule("request-context-identity-is-enforcement-only", LintSeverity.Warning, "Rule that only requests can be judged by")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var condition = subject.Rule is { } rule ? LintSubject.Member(rule, "if") : null;
        return subject.Expressions
            .Where(node => condition is not null && node.Token.Ancestors().Contains(condition) && node.Nodes.Any(ExpressionShapes.IsIdentity))
            .Take(1)
            .Select(node => Finding(subject.At(node.Token), "'if' reads 'requestContext().identity': the rule is applied to requests only, and gives no compliance data", "accept that, or judge by what the resource has"));
    }
}
