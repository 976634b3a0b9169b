using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary><c>in</c> or <c>notIn</c> has a list of one value.</summary>
internal sealed class InWithOneElementRule() : DefinitionRule("in-with-one-element", LintSeverity.Informational, "A list of one value")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Leaf is { Operator: Operator.In or Operator.NotIn, Operand.Literal: ArrayValue { Items: [TextValue { Value.Length: > 0 } or IntegerValue or FloatValue or BooleanValue] } })
            .Select(site => Report(document, site, site.Leaf?.Operator == Operator.In ? "equals" : "notEquals"));

    private LintFinding Report(LintDocument document, ConditionSite site, string plain)
    {
        var list = site.Keyword?.Value as JArray;
        var fix = document.Renamed(site.Keyword, plain).AddRange(list is { Count: 1 } ? document.Replaced(list, list[0]) : []);
        return Finding(
            document,
            site.Token,
            $"'{site.Keyword?.Name}' has a list of one value: it means '{plain}'",
            $"write '{plain}'") with { Fix = fix.Length == 3 ? fix : [] };
    }
}
