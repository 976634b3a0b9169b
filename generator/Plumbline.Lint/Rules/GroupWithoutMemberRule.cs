using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Groups of an initiative that no reference is in: a control that nothing checks.</summary>
public sealed class GroupWithoutMemberRule() : LintRule("group-without-member", LintSeverity.Warning, "Group that no policy is in")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from declared in subject.SetDefinition?.Groups ?? []
        where !(subject.SetDefinition?.References ?? []).Any(reference => reference.GroupNames.Contains(declared.Name, StringComparer.OrdinalIgnoreCase))
        select Finding(declared.Location ?? new(subject.Source.File), $"no policy is in the group '{declared.Name}': compliance shows a control that nothing checks", "remove the group, or put a policy into it");
}
