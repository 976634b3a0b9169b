using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>A rule on patterns that have no wildcard, and so mean what <c>equals</c> and <c>notEquals</c> say.</summary>
/// <param name="positive">The operator that means <c>equals</c> then.</param>
/// <param name="negative">The operator that means <c>notEquals</c> then.</param>
/// <param name="wildcards">The characters that are wildcards.</param>
/// <param name="lack">What a pattern without them has.</param>
internal abstract class PatternWithoutWildcardsRule(string id, string title, Operator positive, Operator negative, string wildcards, string lack)
    : DefinitionRule(id, LintSeverity.Warning, title)
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Leaf is { } leaf && IsPlain(leaf))
            .Select(site => Report(document, site, site.Leaf?.Operator == positive ? "equals" : "notEquals"));

    private bool IsPlain(LeafCondition leaf) =>
        leaf.Operand.Literal is TextValue { Value: var pattern } && (leaf.Operator == positive || leaf.Operator == negative)
        && !TemplateText.IsExpression(pattern) && pattern.AsSpan().IndexOfAny(wildcards) < 0;

    private LintFinding Report(LintDocument document, ConditionSite site, string plain) =>
        Finding(document, site.Token, $"'{site.Keyword?.Name}' has a pattern with {lack}: it means '{plain}'", $"write '{plain}', or add a wildcard") with
        {
            Fix = document.Renamed(site.Keyword, plain),
        };
}
