using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A member of the initiative is passed a value of another type, or one that it does not allow.</summary>
internal sealed class MemberParameterValueNotAllowedRule() : InitiativeRule("member-parameter-value-not-allowed", LintSeverity.Error, "A member is passed a value that it does not allow")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        from member in InitiativeMembers.Known(document, initiative)
        from passed in member.Reference.Parameters
        let parameter = member.Definition.Parameters.FirstOrDefault(item => string.Equals(item.Name, passed.Key, StringComparison.OrdinalIgnoreCase))
        where parameter is not null && !LiteralValues.IsExpression(passed.Value) && !(ParameterType.Accepts(parameter.Type, passed.Value) && ParameterBinder.IsAllowed(parameter.AllowedValues, passed.Value))
        select Finding(
            document,
            InitiativeMembers.PassedTo(document, member.Reference, passed.Key),
            $"the value of '{passed.Key}' is not one that the definition of '{member.Reference.ReferenceId}' allows: Azure refuses the initiative",
            "use one of its allowed values, letter by letter");
}
