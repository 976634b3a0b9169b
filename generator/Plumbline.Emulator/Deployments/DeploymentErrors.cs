using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;

namespace Plumbline.Emulator.Deployments;

/// <summary>The refusals of deployments: a method a code, in the words of the service where they are known.</summary>
internal static class DeploymentErrors
{
    public static ArmError NotFound(string name) => new(404, "DeploymentNotFound", $"Deployment '{name}' could not be found.");

    public static ArmError OperationNotFound(string id) => new(404, "DeploymentOperationNotFound", $"Deployment operation '{id}' could not be found.");

    public static ArmError NameTooLong(string name) => new(
        400, "DeploymentNameLengthLimitExceeded",
        $"The provided deployment name '{name}' has a length of '{name.Length}' which exceeds the maximum length of '64'. Please see https://aka.ms/arm-deploy for usage details.");

    public static ArmError InvalidName(string name) => new(
        400, "InvalidDeploymentName",
        $"The provided deployment name '{name}' is not valid: it may hold letters, digits, '-', '_', '.', '(' and ')'. Please see https://aka.ms/arm-deploy for usage details.");

    public static ArmError InvalidContentLink(string uri) => new(
        400, "InvalidContentLink",
        $"Unable to download deployment content from '{uri}': this endpoint reads nothing from a network. Send the content itself as 'properties.template' and 'properties.parameters'. Please see https://aka.ms/arm-deploy for usage details.");

    public static ArmError LocationRequired(string name) => new(
        400, "LocationRequired", $"The 'location' property must be specified for '{name}'. Please see https://aka.ms/deploy-to-subscription for usage details.");

    public static ArmError LocationNotAllowed(string name) => new(
        400, "InvalidDeployment", $"The 'location' property is not allowed for '{name}' at resource group scope. Please see https://aka.ms/deploy-to-subscription for usage details.");

    public static ArmError LocationChanged(string name, string given, string existing) => new(
        409, "InvalidDeploymentLocation",
        $"Invalid deployment location '{given}'. The deployment '{name}' already exists in location '{existing}'.");

    public static ArmError CompleteNotAllowed(string name) => new(
        400, "InvalidDeployment", $"The deployment mode 'Complete' is not supported for '{name}': it is allowed at resource group scope only.");

    public static ArmError SchemaOfOtherScope(string given, string expected) => new(
        400, "InvalidDeploymentSchema",
        $"The deployment schema '{given}' is not valid for this scope. The expected schema is '{expected}'. Please see https://aka.ms/deploy-to-subscription for usage details.");

    public static ArmError ParameterIsNull(string name) => new(
        400, "InvalidDeploymentParameterValue",
        $"The value of deployment parameter '{name}' is null. Please specify the value or use the parameter reference. See https://aka.ms/arm-create-parameter-file for usage details.");

    public static ArmError ParameterIsNoObject(string name) => new(
        400, "InvalidDeploymentParameterType",
        $"The deployment parameter '{name}' must be an object with 'value' or 'reference'. See https://aka.ms/arm-create-parameter-file for usage details.");

    public static ArmError KeyVaultReference(string name) => new(
        400, "KeyVaultParameterReferenceSecretRetrieveFailed",
        $"The secret of KeyVault parameter '{name}' cannot be retrieved: this endpoint holds no secrets of vaults. Send the value itself as 'value'.");

    public static ArmError Active(string name, DateTimeOffset started) => new(
        409, "DeploymentActive", string.Create(CultureInfo.InvariantCulture,
            $"Unable to edit or replace deployment '{name}': previous deployment from '{started.UtcDateTime:M/d/yyyy h:mm:ss tt}' is still active (expiration time is '{started.UtcDateTime.AddDays(7):M/d/yyyy h:mm:ss tt}'). Please see https://aka.ms/arm-deploy for usage details."));

    public static ArmError NotCancellable(string name, string state) => new(
        409, "DeploymentCannotBeCancelled", $"The deployment '{name}' cannot be cancelled because its provisioning state is '{state}'.");

    public static ArmError TemplateNotStored(string name) => new(
        404, "DeploymentTemplateNotFound", $"The template of deployment '{name}' could not be found.");

    public static ArmError Of(TemplateProblem problem) => new(400, problem.Code, problem.Message);

    /// <summary>The resources were found invalid before any was written.</summary>
    public static ArmError Preflight(ImmutableArray<ArmError> errors)
    {
        var isPolicy = errors.All(error => error.Code == "RequestDisallowedByPolicy");
        var message = errors.Length > 1 ? "The template deployment failed with multiple errors. Please see details for more information."
            : isPolicy ? "The template deployment failed because of policy violation. Please see details for more information."
            : "The template deployment failed because of validation errors. Please see details for more information.";
        return new ArmError(400, "InvalidTemplateDeployment", message) { Details = errors };
    }

    /// <summary>Resources could not be written.</summary>
    public static ArmError Failed(string deploymentId, ImmutableArray<ArmError> errors) => new(
        409, "DeploymentFailed",
        "At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.",
        deploymentId) { Details = errors };

    public static ArmError NeedsBicep(string reason) => new(
        400, "InvalidTemplate",
        $"{reason} The emulator's own template engine cannot expand it, and Microsoft's is not there: install the Bicep CLI, set BICEP_PATH to it, or restore it with scripts/restore-bicep.");
}
