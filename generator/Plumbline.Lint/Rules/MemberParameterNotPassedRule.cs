using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A member of the initiative needs a parameter that it is not passed.</summary>
internal sealed class MemberParameterNotPassedRule() : InitiativeRule("member-parameter-not-passed", LintSeverity.Error, "A member needs a parameter that it is not passed")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        from member in InitiativeMembers.Known(document, initiative)
        from parameter in member.Definition.Parameters
        where parameter.DefaultValue is null && !member.Reference.Parameters.Any(passed => string.Equals(passed.Key, parameter.Name, StringComparison.OrdinalIgnoreCase))
        select Finding(
            document,
            InitiativeMembers.TokenOf(document, member.Reference),
            $"'{member.Reference.ReferenceId}' is not passed '{parameter.Name}', which has no default: Azure refuses the initiative",
            $"pass '{parameter.Name}'");
}
