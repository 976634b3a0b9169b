using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Role assignments can be denied, which may lock everybody out.</summary>
internal sealed class BlockingEffectOnRoleAssignmentsRule() : DefinitionRule("blocking-effect-on-role-assignments", LintSeverity.Warning, "Role assignments can be denied")
{
    private static readonly string[] Types = ["Microsoft.Authorization/roleAssignments", "Microsoft.Authorization/roleAssignmentScheduleRequests"];

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        Effects.MayBe(definition, "deny") && document.Leaves.Any(IsOnRoleAssignments)
            ? [Finding(
                document,
                document.Properties.Member("policyRule"),
                "the rule can deny role assignments: a mistake in it locks out those who could repair it",
                "use audit, or keep a way to give roles back")]
            : [];

    private static bool IsOnRoleAssignments(ConditionSite site) =>
        site is { IsOnType: true, IsNegated: false, Counts: 0, Part: RulePart.If, Leaf: { } leaf }
        && leaf.Operator is Operator.Equals or Operator.In or Operator.Like
        && Types.Any(type => OperatorTable.Holds(leaf.Operator, new TextValue(type), leaf.Operand.Literal));
}
