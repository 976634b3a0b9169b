using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A member of the initiative is passed a parameter that its definition does not declare.</summary>
internal sealed class MemberParameterNotDeclaredRule() : InitiativeRule("member-parameter-not-declared", LintSeverity.Error, "A member is passed a parameter that it does not have")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        from member in InitiativeMembers.Known(document, initiative)
        from passed in member.Reference.Parameters
        where !member.Definition.Parameters.Any(parameter => string.Equals(parameter.Name, passed.Key, StringComparison.OrdinalIgnoreCase))
        select Finding(
            document,
            InitiativeMembers.PassedTo(document, member.Reference, passed.Key),
            $"'{passed.Key}' is passed to '{member.Reference.ReferenceId}', whose definition declares no such parameter: Azure refuses the initiative",
            Suggest(passed.Key, member.Definition.Parameters.Select(parameter => parameter.Name), "remove it"));
}
