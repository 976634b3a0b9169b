using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary><c>exists</c> is given what is no boolean.</summary>
internal sealed class ExistsWithNonBooleanRule() : DefinitionRule("exists-with-non-boolean", LintSeverity.Error, "exists is given what is no boolean")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Leaf is { Operator: Operator.Exists } leaf && !IsBoolean(leaf.Operand.Literal))
            .Select(site => Finding(document, site.Token, "'exists' is given neither true nor false: it is read as false, or refused", "write true or false"));

    private static bool IsBoolean(PolicyValue value) => value is BooleanValue || (value is TextValue text && (bool.TryParse(text.Value, out _) || TemplateText.IsExpression(text.Value)));
}
