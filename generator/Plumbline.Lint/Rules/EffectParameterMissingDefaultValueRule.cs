using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>The effect parameter has no default value, so every assignment has to choose.</summary>
internal sealed class EffectParameterMissingDefaultValueRule() : DefinitionRule("effect-parameter-missing-default-value", LintSeverity.Warning, "The effect parameter has no default value")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        Effects.ParameterOf(document, definition) is { DefaultValue: null } parameter
            ? [Finding(
                document,
                document.Then?.Member("effect"),
                $"the effect is parameter '{parameter.Name}', which has no 'defaultValue': every assignment has to choose an effect",
                "add a default that only reports, such as \"Audit\"")]
            : [];
}
