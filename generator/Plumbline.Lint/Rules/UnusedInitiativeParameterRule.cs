using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter of the initiative reaches none of its members.</summary>
internal sealed class UnusedInitiativeParameterRule() : InitiativeRule("unused-initiative-parameter", LintSeverity.Warning, "A parameter of the initiative reaches no member")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        initiative.Parameters.Where(parameter => !InitiativeMembers.ReadParameters(document).Contains(parameter.Name) && !DeprecatedParameters.Has(document, parameter))
            .Select(parameter => Finding(
                document,
                document.Declaration(parameter.Name),
                $"parameter '{parameter.Name}' is passed to no member: what an assignment gives has no effect",
                "pass it to a member, or remove it"));
}
