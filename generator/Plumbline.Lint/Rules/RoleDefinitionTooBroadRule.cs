using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>The identity of a remediation gets more rights than it needs.</summary>
internal sealed class RoleDefinitionTooBroadRule() : DefinitionRule("role-definition-too-broad", LintSeverity.Warning, "The remediation gets more rights than it needs")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        from token in RoleIds.Of(document)
        let role = RoleIds.BroadRole((string?)token ?? "")
        where role is not null && !(role == "User Access Administrator" && GivesRoles(document))
        select Finding(
            document,
            token,
            $"the remediation gets the role {role}, which may change everything in the scope of the assignment",
            "use the role of the service that is deployed");

    private static bool GivesRoles(LintDocument document) => document.Then?.Member("details")?.Member("deployment") is JContainer deployment
        && deployment.Descendants().OfType<JProperty>().Any(property => property.Name == "type" && string.Equals((property.Value as JValue)?.Value as string, "Microsoft.Authorization/roleAssignments", StringComparison.OrdinalIgnoreCase));
}
