using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>The effects that a parameter allows cannot take the place of one another: each kind needs other details.</summary>
internal sealed class EffectAllowedValuesShouldNotMixIncompatibleEffectsRule() : DefinitionRule("effect-allowed-values-should-not-mix-incompatible-effects", LintSeverity.Error, "The allowed effects cannot take the place of one another")
{
    private static readonly string[][] Groups =
    [
        ["audit", "deny", "modify", "disabled"],
        ["audit", "deny", "append", "disabled"],
        ["auditIfNotExists", "deployIfNotExists", "disabled"],
        ["manual", "disabled"],
        ["denyAction", "auditAction", "disabled"],
    ];

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition)
    {
        if (!ModeApplicability.IsResourceManagerMode(definition.Mode) || Effects.ParameterOf(document, definition) is not { } parameter) return [];
        var effects = parameter.AllowedValues.OfType<TextValue>().Select(value => value.Value).Where(Effects.HasKind).ToList();
        if (Groups.Any(group => effects.All(effect => group.Contains(effect, StringComparer.OrdinalIgnoreCase)))) return [];
        return [Finding(
            document,
            document.Then?.Member("effect"),
            $"parameter '{parameter.Name}' allows {string.Join(", ", effects)}, which cannot take the place of one another: with some of them the rule is invalid",
            "keep effects of one kind: audit, deny, and modify or append; auditIfNotExists and deployIfNotExists; manual; denyAction")];
    }
}
