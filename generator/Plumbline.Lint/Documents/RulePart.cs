namespace Plumbline.Lint.Documents;

/// <summary>The parts of a policy document that hold conditions or expressions.</summary>
internal enum RulePart
{
    /// <summary><c>policyRule.if</c>.</summary>
    If,

    /// <summary><c>then.effect</c>.</summary>
    Effect,

    /// <summary><c>then.details.existenceCondition</c>.</summary>
    ExistenceCondition,

    /// <summary>The rest of <c>then.details</c>, without the template of a deployment.</summary>
    Details,

    /// <summary>What an initiative passes to its members.</summary>
    PassedValues,
}
