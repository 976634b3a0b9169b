using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>What happens to the protected resource when its resource group is deleted is left to the default, which is to deny.</summary>
internal sealed class DenyActionCascadeBehaviorsMissingRule() : DefinitionRule("deny-action-cascade-behaviors-missing", LintSeverity.Informational, "What happens when the resource group is deleted is left to the default")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        definition.Then.TypedDetails is DenyActionDetails { CascadeBehaviors: null }
            ? [Finding(
                document,
                document.Then?.Member("details"),
                "the details have no 'cascadeBehaviors': a resource group with such a resource in it cannot be deleted either",
                "add \"cascadeBehaviors\": { \"resourceGroup\": \"deny\" }, or \"allow\"")]
            : [];
}
