using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A group of the initiative has no member. Outside of the default set: a control that policies cannot check may be listed on purpose.</summary>
internal sealed class GroupWithoutMemberRule() : InitiativeRule("group-without-member", LintSeverity.Warning, "A group has no member")
{
    /// <inheritdoc/>
    public override bool IsDefault => false;

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        initiative.Groups.Where(group => !initiative.References.Any(reference => reference.GroupNames.Contains(group.Name, StringComparer.OrdinalIgnoreCase)))
            .Select(group => Finding(
                document,
                InitiativeMembers.GroupToken(document, group),
                $"group '{group.Name}' has no member: compliance reports show a control that nothing checks",
                "add members, or remove the group"));
}
