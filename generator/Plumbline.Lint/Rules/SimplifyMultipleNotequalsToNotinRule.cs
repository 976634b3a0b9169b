using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>Several <c>notEquals</c> on one field say what <c>notIn</c> says.</summary>
internal sealed class SimplifyMultipleNotequalsToNotinRule() : DefinitionRule("simplify-multiple-notequals-to-notin", LintSeverity.Informational, "Several notEquals on one field say what notIn says")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        from site in document.Conditions
        where site.Condition is AllOfCondition
        from same in site.Children.Where(child => child.Field is not null && child.Leaf?.Operator == Operator.NotEquals).GroupBy(child => child.Field, StringComparer.OrdinalIgnoreCase)
        where same.Count() > 1
        select Finding(
            document,
            site.Keyword,
            $"'{site.Keyword?.Name}' has {same.Count()} times 'notEquals' on '{same.Key}'",
            "write one 'notIn' with the values as a list");
}
