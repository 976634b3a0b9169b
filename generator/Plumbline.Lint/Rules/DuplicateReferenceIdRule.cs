using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>Two members of an initiative have the same reference id.</summary>
internal sealed class DuplicateReferenceIdRule() : InitiativeRule("duplicate-reference-id", LintSeverity.Error, "Two members have the same reference id")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        initiative.References.GroupBy(reference => reference.ReferenceId, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1))
            .Select(reference => Finding(
                document,
                InitiativeMembers.TokenOf(document, reference)?.Member("policyDefinitionReferenceId"),
                $"'{reference.ReferenceId}' is the reference id of another member too: Azure refuses the initiative",
                "give it one of its own"));
}
