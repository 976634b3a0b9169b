using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>deployIfNotExists says not what to deploy, or with which role.</summary>
internal sealed class DeploymentDetailsMissingRule() : DiagnosticRule("deployment-details-missing", LintSeverity.Error, "deployIfNotExists says not what to deploy, or with which role", "PLB2079");
