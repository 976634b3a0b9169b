using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>Any related resource of the type will do: nothing is asked of it.</summary>
internal sealed class ExistenceConditionMissingRule() : DefinitionRule("existence-condition-missing", LintSeverity.Informational, "Any related resource will do")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        definition.Then.TypedDetails is ExistenceDetails { ExistenceCondition: null, Name: null, Kind: null }
            ? [Finding(
                document,
                document.Then?.Member("details"),
                "the details have neither 'existenceCondition' nor 'name': any related resource of the type satisfies the policy, however it is configured",
                "say what the related resource has to be like")]
            : [];
}
