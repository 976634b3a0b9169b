using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Assignments of the initiative cannot choose the effect of a member.</summary>
internal sealed class MemberEffectFixedRule() : InitiativeRule("member-effect-fixed", LintSeverity.Informational, "Assignments cannot choose the effect of a member")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        from member in InitiativeMembers.Known(document, initiative)
        let effect = ExpressionCalls.ParameterOf(member.Definition.Then.Effect)
        where effect is not null && !member.Reference.Parameters.Any(passed => string.Equals(passed.Key, effect, StringComparison.OrdinalIgnoreCase) && passed.Value is TextValue text && TemplateText.IsExpression(text.Value))
        select Finding(
            document,
            InitiativeMembers.TokenOf(document, member.Reference),
            $"the effect of '{member.Reference.ReferenceId}' is no parameter of the initiative: an assignment can change it by an override only",
            "pass it from a parameter of the initiative");
}
