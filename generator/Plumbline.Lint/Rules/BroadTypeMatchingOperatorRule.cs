using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>The type is compared with a pattern, which also matches types that the author did not think of.</summary>
internal sealed class BroadTypeMatchingOperatorRule() : DefinitionRule("broad-type-matching-operator", LintSeverity.Warning, "The type is compared with a pattern")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.IsOnType && site.Leaf?.Operator is Operator.Like or Operator.Match or Operator.MatchInsensitively or Operator.Contains)
                .Select(site => Finding(
                    document,
                    site.Token,
                    $"'type' is compared with '{OperatorNames.Name(site.Leaf?.Operator ?? default)}': the rule is also about types that nobody thought of",
                    "name the types with 'equals' or 'in'"));
}
