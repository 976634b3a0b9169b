using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A role is not named by the identifier of its definition.</summary>
internal sealed class RoleDefinitionIdMalformedRule() : DefinitionRule("role-definition-id-malformed", LintSeverity.Error, "A role is not named by its identifier")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        RoleIds.Of(document).Where(token => !RoleIds.IsWellFormed((string?)token ?? ""))
            .Select(token => Finding(
                document,
                token,
                $"'{(string?)token}' is not the identifier of a role definition: the assignment's identity cannot be given the role",
                "write /providers/Microsoft.Authorization/roleDefinitions/<guid>"));
}
