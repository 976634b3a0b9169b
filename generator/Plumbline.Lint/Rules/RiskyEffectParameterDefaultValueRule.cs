using Newtonsoft.Json.Linq;
using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Who assigns the policy without thinking enforces it.</summary>
public sealed class RiskyEffectParameterDefaultValueRule() : LintRule("risky-effect-parameter-default-value", LintSeverity.Warning, "Effect parameter that enforces by default")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        EffectParameter.Of(subject) is { Default: JValue { Value: string effect } token } parameter && EnforcingEffects.SafeInsteadOf(effect) is { } safe
            ? [Finding(subject.At(token), $"effect parameter '{parameter.Name}' defaults to '{effect}': an assignment that passes no effect enforces at once", $"make '{safe}' the default")]
            : [];
}
