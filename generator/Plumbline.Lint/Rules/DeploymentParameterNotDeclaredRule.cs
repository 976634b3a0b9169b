using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A value is passed to the deployed template that it does not declare.</summary>
internal sealed class DeploymentParameterNotDeclaredRule() : DefinitionRule("deployment-parameter-not-declared", LintSeverity.Error, "A value is passed that the template does not take")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        from parameter in DeploymentParameters.PassedIn(document)
        where !DeploymentParameters.DeclaredIn(document).Any(declared => string.Equals(declared.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
        select Finding(
            document,
            parameter,
            $"'{parameter.Name}' is passed to the template, which declares no such parameter: every remediation fails",
            Suggest(parameter.Name, DeploymentParameters.DeclaredIn(document).Select(declared => declared.Name), "declare it, or do not pass it"));
}
