using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Like is used without a wildcard: it means equals, and looks as if it meant more.</summary>
internal sealed class LikeNotlikeWithoutWildcardsRule() : DefinitionRule("like-notlike-without-wildcards", LintSeverity.Warning, "like is used without a wildcard")
{
    private static readonly string[] Wildcards = ["*"];

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Leaf is { } leaf && IsPlain(leaf))
            .Select(site => Report(document, site, site.Leaf?.Operator == Operator.Like ? "equals" : "notEquals"));

    private static bool IsPlain(LeafCondition leaf) =>
        leaf is { Operator: Operator.Like or Operator.NotLike, Operand.Literal: TextValue { Value: var pattern } } && !TemplateText.IsExpression(pattern) && !Wildcards.Any(pattern.Contains);

    private LintFinding Report(LintDocument document, ConditionSite site, string plain) =>
        Finding(
            document,
            site.Token,
            $"'{site.Keyword?.Name}' has a pattern with no *: it means '{plain}'",
            $"write '{plain}', or add a wildcard") with { Fix = document.Renamed(site.Keyword, plain) };
}
