using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A version of a member is pinned in a way that Azure does not know.</summary>
internal sealed class DefinitionVersionNotPinnableRule() : InitiativeRule("definition-version-not-pinnable", LintSeverity.Error, "A version is pinned that Azure does not pin")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicySetDefinition initiative) =>
        initiative.References.Where(reference => reference.DefinitionVersion is { } version && VersionPattern.TryParse(version) is null or { Patch: not null })
            .Select(reference => Finding(
                document,
                InitiativeMembers.TokenOf(document, reference)?.Member("definitionVersion"),
                $"the version '{reference.DefinitionVersion}' of '{reference.ReferenceId}' cannot be pinned: Azure pins major and minor versions",
                "write a pattern such as 1.*.* or 1.2.*"));
}
