using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>The effect parameter has no allowed values, so an assignment can pass any text.</summary>
internal sealed class EffectParameterMissingAllowedValuesRule() : DefinitionRule("effect-parameter-missing-allowed-values", LintSeverity.Warning, "The effect parameter has no allowed values")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        Effects.ParameterOf(document, definition) is { AllowedValues.IsEmpty: true } parameter
            ? [Finding(
                document,
                document.Then?.Member("effect"),
                $"the effect is parameter '{parameter.Name}', which has no 'allowedValues': an assignment can pass any text, and finds out later that it is no effect",
                "list the effects that the rule is made for")]
            : [];
}
