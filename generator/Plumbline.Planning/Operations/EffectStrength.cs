using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>How much an effect does: what refuses or changes, what only looks, what does nothing.</summary>
internal static class EffectStrength
{
    /// <summary>Whether a value that names an effect becomes one that does less.</summary>
    public static bool IsWeaker(PolicyValue before, PolicyValue after) => Of(before) is { } old && Of(after) is { } @new && @new < old;

    private static int? Of(PolicyValue value) => value is not TextValue text ? null : EffectNames.Canonical(text.Value) switch
    {
        EffectNames.Disabled => 0,
        EffectNames.Audit or EffectNames.AuditIfNotExists or EffectNames.Manual => 1,
        null => null,
        _ => 2,
    };
}
