using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A parameter of the deployed template has no default and gets no value.</summary>
internal sealed class DeploymentParameterNotPassedRule() : DefinitionRule("deployment-parameter-not-passed", LintSeverity.Error, "A parameter of the template gets no value")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        from parameter in DeploymentParameters.DeclaredIn(document)
        where parameter.Value.Member("defaultValue") is null && !DeploymentParameters.IsPassed(document, parameter.Name)
        select Finding(
            document,
            parameter,
            $"the template's parameter '{parameter.Name}' has no 'defaultValue', and 'deployment.properties.parameters' passes none: every remediation fails",
            $"pass '{parameter.Name}'");
}
