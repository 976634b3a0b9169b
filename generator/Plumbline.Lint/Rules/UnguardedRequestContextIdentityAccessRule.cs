using Plumbline.Lint.Framework;
using Plumbline.Policy.Expressions;

namespace Plumbline.Lint.Rules;

/// <summary>The identity, or a part of it, may be missing.</summary>
public sealed class UnguardedRequestContextIdentityAccessRule() : LintRule("unguarded-request-context-identity-access", LintSeverity.Warning, "Part of the caller's identity taken for granted")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Expressions
        .Where(node => node.Nodes.OfType<AccessExpression>().Any(access => ExpressionShapes.IsIdentity(access.Target)))
        .Select(node => Finding(subject.At(node.Token), "a property of 'requestContext().identity' is selected directly: the evaluation fails for callers that lack it", "read it with 'tryGet' and give a default with 'coalesce'"));
}
