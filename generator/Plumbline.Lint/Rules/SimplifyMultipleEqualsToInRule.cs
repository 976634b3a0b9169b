using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>Several <c>equals</c> on one field say what <c>in</c> says.</summary>
internal sealed class SimplifyMultipleEqualsToInRule() : DefinitionRule("simplify-multiple-equals-to-in", LintSeverity.Informational, "Several equals on one field say what in says")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        from site in document.Conditions
        where site.Condition is AnyOfCondition
        from same in site.Children.Where(child => child.Field is not null && child.Leaf?.Operator == Operator.Equals).GroupBy(child => child.Field, StringComparer.OrdinalIgnoreCase)
        where same.Count() > 1
        select Finding(
            document,
            site.Keyword,
            $"'{site.Keyword?.Name}' has {same.Count()} times 'equals' on '{same.Key}'",
            "write one 'in' with the values as a list");
}
