using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A member of the initiative names a group that is not declared.</summary>
internal sealed class GroupNotDeclaredRule() : InitiativeRule("group-not-declared", LintSeverity.Error, "A member names a group that is not declared")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        from reference in initiative.References
        from name in reference.GroupNames
        where !initiative.Groups.Any(declared => string.Equals(declared.Name, name, StringComparison.OrdinalIgnoreCase))
        select Finding(
            document,
            (InitiativeMembers.TokenOf(document, reference)?.Member("groupNames") as JArray)?.FirstOrDefault(token => (string?)token == name),
            $"'{reference.ReferenceId}' is in the group '{name}', which is not declared: Azure refuses the initiative",
            Suggest(name, initiative.Groups.Select(declared => declared.Name), "declare it in 'policyDefinitionGroups'"));
}
