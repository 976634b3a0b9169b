using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Groups that a reference of an initiative names and the initiative does not declare: Azure refuses it.</summary>
public sealed class UndeclaredGroupRule() : LintRule("reference-to-undeclared-group", LintSeverity.Error, "Reference to a group that is not declared")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from reference in subject.SetDefinition?.References ?? []
        from name in reference.GroupNames
        where !(subject.SetDefinition?.Groups ?? []).Any(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
        select Finding(reference.Location ?? new(subject.Source.File), $"the group '{name}' of reference '{reference.ReferenceId}' is not among policyDefinitionGroups", "declare the group, or name one that is declared");
}
