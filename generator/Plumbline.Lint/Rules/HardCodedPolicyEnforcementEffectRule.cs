using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>An enforcing effect that no assignment can turn down.</summary>
public sealed class HardCodedPolicyEnforcementEffectRule() : LintRule("hard-coded-policy-enforcement-effect", LintSeverity.Warning, "Enforcing effect that is not a parameter")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        EffectParameter.EffectToken(subject) is { } token && EffectParameter.Literal(subject) is { } effect && EnforcingEffects.SafeInsteadOf(effect) is { } safe
            ? [Finding(subject.At(token), $"effect '{effect}' is written into the rule: an assignment can neither try it out nor switch it off", $"make the effect a parameter whose default is '{safe}'")]
            : [];
}
