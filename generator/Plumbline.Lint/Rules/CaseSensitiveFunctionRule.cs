using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A template function compares with regard to case, and a value of the resource with a literal.</summary>
internal sealed class CaseSensitiveFunctionRule() : DefinitionRule("case-sensitive-function", LintSeverity.Warning, "A template function compares with regard to case")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Expressions.Where(site => site.Part is RulePart.If or RulePart.ExistenceCondition)
            .Select(site => (Site: site, Trap: CaseTraps.First(site.Parsed)))
            .Where(found => found.Trap is not null)
            .Select(found => Finding(
                document,
                found.Site.Token,
                found.Trap ?? "",
                "use the operator of the condition, which ignores case, or compare toLower() of both"));
}
