using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>An effect that intervenes is fixed in the rule, so nobody can try the policy out first.</summary>
internal sealed class HardCodedPolicyEnforcementEffectRule() : DefinitionRule("hard-coded-policy-enforcement-effect", LintSeverity.Warning, "An effect that intervenes is fixed")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        Effects.SafeDefault(definition.Then.Effect) is { } safe
            ? [Finding(
                document,
                document.Then?.Member("effect"),
                $"the effect '{definition.Then.Effect}' is fixed: an assignment cannot try the policy out before it intervenes",
                $"make it a parameter whose default is {safe}")]
            : [];
}
