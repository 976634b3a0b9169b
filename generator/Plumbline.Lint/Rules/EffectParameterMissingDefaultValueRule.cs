using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Every assignment has to choose an effect.</summary>
public sealed class EffectParameterMissingDefaultValueRule() : LintRule("effect-parameter-missing-default-value", LintSeverity.Warning, "Effect parameter without a default")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => EffectParameter.Of(subject) is { Default: null } parameter
        ? [Finding(subject.At(parameter.Declaration), $"effect parameter '{parameter.Name}' has no 'defaultValue': every assignment must choose an effect", "add a 'defaultValue' that only audits")]
        : [];
}
