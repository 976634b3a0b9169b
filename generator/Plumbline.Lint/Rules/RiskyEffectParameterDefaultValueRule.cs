using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>The effect parameter intervenes by default.</summary>
internal sealed class RiskyEffectParameterDefaultValueRule() : DefinitionRule("risky-effect-parameter-default-value", LintSeverity.Warning, "The effect parameter intervenes by default")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        Effects.ParameterOf(document, definition) is { DefaultValue: TextValue { Value: var effect } } parameter && Effects.SafeDefault(effect) is { } safe
            ? [Finding(
                document,
                document.Then?.Member("effect"),
                $"parameter '{parameter.Name}' defaults to '{effect}': an assignment that says nothing intervenes",
                $"default to {safe}, and let assignments choose more")]
            : [];
}
