using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>What happens when two policies change the same property is left to the default, which is to deny.</summary>
internal sealed class ModifyConflictEffectMissingRule() : DefinitionRule("modify-conflict-effect-missing", LintSeverity.Informational, "What happens in a conflict is left to the default")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        definition.Then.TypedDetails is ModifyDetails { ConflictEffect: null }
            ? [Finding(
                document,
                document.Then?.Member("details"),
                "the details have no 'conflictEffect': when another policy changes the same property, the request is denied",
                "add \"conflictEffect\": \"audit\", or \"deny\" if that is meant")]
            : [];
}
