using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Whoever assigns the policy may enter any effect.</summary>
public sealed class EffectParameterMissingAllowedValuesRule() : LintRule("effect-parameter-missing-allowed-values", LintSeverity.Warning, "Effect parameter without allowed values")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => EffectParameter.Of(subject) is { AllowedValues: null or { Count: 0 } } parameter
        ? [Finding(subject.At(parameter.Declaration), $"effect parameter '{parameter.Name}' has no 'allowedValues': an assignment can pass an effect that the rule was not written for", "list in 'allowedValues' the effects that the rule supports")]
        : [];
}
