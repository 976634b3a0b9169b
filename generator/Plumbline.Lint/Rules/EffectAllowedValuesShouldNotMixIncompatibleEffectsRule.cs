using System.Collections.Frozen;
using System.Collections.Immutable;
using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Effects that need different rules or details cannot be exchanged by a parameter.</summary>
public sealed class EffectAllowedValuesShouldNotMixIncompatibleEffectsRule()
    : LintRule("effect-allowed-values-should-not-mix-incompatible-effects", LintSeverity.Error, "Allowed effects that one rule cannot have")
{
    private static readonly ImmutableArray<FrozenSet<string>> Groups =
    [
        Group("audit", "deny", "modify"), Group("audit", "deny", "append"), Group("auditIfNotExists", "deployIfNotExists"), Group("manual"), Group("denyAction", "auditAction"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        // Modes of resource providers have effects of their own.
        if (subject.Definition is not { } definition || definition.Mode.Contains('.', StringComparison.Ordinal)) return [];
        if (EffectParameter.Of(subject) is not { AllowedValues: { } list } parameter) return [];
        var effects = parameter.AllowedEffects.Where(effect => Groups.Any(group => group.Contains(effect))).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return Groups.Any(group => effects.All(group.Contains))
            ? []
            : [Finding(subject.At(list), $"effect parameter '{parameter.Name}' allows {string.Join(", ", effects.Select(effect => $"'{effect}'"))}, which cannot be exchanged: with some of them the rule fails or does nothing", "keep the effects of one family and 'disabled'")];
    }

    private static FrozenSet<string> Group(params string[] effects) => effects.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
