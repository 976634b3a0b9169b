using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A definition is a member of the initiative in two versions.</summary>
internal sealed class MixedDefinitionVersionsRule() : InitiativeRule("mixed-definition-versions", LintSeverity.Warning, "A definition is a member in two versions")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        initiative.References.GroupBy(reference => reference.PolicyDefinitionId, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Select(reference => reference.DefinitionVersion).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            .SelectMany(same => same.Where(reference => reference.DefinitionVersion != same.First().DefinitionVersion))
            .Select(reference => Finding(
                document,
                InitiativeMembers.TokenOf(document, reference)?.Member("definitionVersion") ?? InitiativeMembers.TokenOf(document, reference),
                $"'{reference.ReferenceId}' takes another version of its definition than another member: a resource gets two answers to one question",
                "take one version"));
}
