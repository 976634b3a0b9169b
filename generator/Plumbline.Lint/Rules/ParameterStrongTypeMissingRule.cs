using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>The portal could offer the values of a parameter, if it knew what they are.</summary>
internal sealed class ParameterStrongTypeMissingRule() : DefinitionRule("parameter-strong-type-missing", LintSeverity.Informational, "The portal could offer the values of a parameter")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => IsChosenFromAList(site.Field) && site.Leaf?.Operator is Operator.Equals or Operator.NotEquals or Operator.In or Operator.NotIn)
            .Select(site => site.Leaf?.Operand.Literal is TextValue text && ExpressionCalls.ParameterOf(text.Value) is { } name ? document.Parameter(name) : null)
            .OfType<PolicyParameter>()
            .Distinct()
            .Where(parameter => parameter.AllowedValues.IsEmpty && !TakesMore(parameter) && document.Declaration(parameter.Name)?.Value.Member("metadata")?.Text("strongType") is null)
            .Select(parameter => Finding(
                document,
                document.Declaration(parameter.Name),
                $"parameter '{parameter.Name}' holds locations or resource types and has no 'metadata.strongType': in the portal they are typed by hand",
                "add \"strongType\": \"location\", or \"resourceTypes\""));

    private static bool IsChosenFromAList(string? name) =>
        string.Equals(name, "location", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "type", StringComparison.OrdinalIgnoreCase);

    // The portal's list has no "*" to choose, which some rules take for any.
    private static bool TakesMore(PolicyParameter parameter) => parameter.DefaultValue is TextValue { Value: "*" } || (parameter.DefaultValue is ArrayValue list && list.Items.Contains(new TextValue("*")));
}
