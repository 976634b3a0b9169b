using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>The refusals of policy objects: a method a code, in the words of the service where they are known.</summary>
internal static class AuthoringErrors
{
    public static ArmError DefinitionNotFound(string id) =>
        new(404, "PolicyDefinitionNotFound", $"The policy definition '{id}' could not be found.");

    public static ArmError SetDefinitionNotFound(string id) =>
        new(404, "PolicySetDefinitionNotFound", $"The policy set definition '{id}' could not be found.");

    public static ArmError AssignmentNotFound(string name) =>
        new(404, "PolicyAssignmentNotFound", $"The policy assignment '{name}' is not found.");

    public static ArmError CoverageNotFound(ResourceId id) =>
        new(404, $"{Pascal(id)}NotFound", $"The {Words(id)} '{id.Name}' is not found.");

    public static ArmError InvalidCreate(ResourceId id, string reason) =>
        new(400, $"InvalidCreate{Pascal(id)}Request", $"The {Words(id)} '{id.Name}' request is invalid. {reason}");

    public static ArmError InvalidName(ResourceId id, string reason) =>
        new(400, $"Invalid{Pascal(id)}Name", $"The {Words(id)} name '{id.Name}' is invalid. {reason}");

    public static ArmError VersionNotFound(ResourceId id, string version) =>
        new(404, $"{Pascal(id)}VersionNotFound", $"The {Words(id)} '{id.Name}' version '{version}' could not be found.");

    public static ArmError InvalidVersion(ResourceId id, string version) =>
        new(400, $"Invalid{Pascal(id)}Version", $"The version '{version}' of the {Words(id)} '{id.Name}' is invalid. A version has the form 'major.minor.patch'.");

    public static ArmError VersionMismatch(ResourceId id, string given, string expected) =>
        new(400, $"Invalid{Pascal(id)}Version", $"The version '{given}' in the content of the {Words(id)} '{id.Name}' does not match the version '{expected}' in the Url.");

    public static ArmError OnlyVersion(ResourceId id, string version) =>
        new(400, $"InvalidDelete{Pascal(id)}VersionRequest", $"The version '{version}' of the {Words(id)} '{id.Name}' cannot be deleted because it is the only one. Delete the {Words(id)} instead.");

    public static ArmError VersionInUse(ResourceId id, string version, IEnumerable<string> users) =>
        new(400, $"InvalidDelete{Pascal(id)}VersionRequest",
            $"The version '{version}' of the {Words(id)} '{id.Name}' cannot be deleted because it is used by '{string.Join(", ", users)}'.");

    public static ArmError InvalidRule(string reason) =>
        new(400, "InvalidPolicyRule", $"Failed to parse policy rule: '{reason}'.");

    public static ArmError InvalidSet(string name, string reason) =>
        new(400, "InvalidCreatePolicySetDefinitionRequest", $"The policy set definition '{name}' request is invalid: {reason}.");

    public static ArmError InvalidAssignment(string reason) =>
        new(400, "InvalidCreatePolicyAssignmentRequest", $"The policy assignment request is invalid. {reason}");

    public static ArmError AssignmentNameTooLong(string name, int limit) =>
        new(400, "InvalidPolicyAssignmentName", $"The policy assignment name '{name}' is invalid. The policy assignment name length must not exceed '{limit}' characters.");

    public static ArmError AssignmentLocationChanged(string name, string existing, string given) =>
        new(409, "InvalidResourceLocation",
            $"The resource '{name}' already exists in location '{existing}'. A resource with the same name cannot be created in location '{given}'. Please select a new resource name.");

    public static ArmError IdentityNotFound(string resource, string identity) =>
        new(400, "FailedIdentityOperation",
            $"Identity operation for resource '{resource}' failed with error 'Failed to perform resource identity operation. Status: 'BadRequest'. Response: 'Resource '{identity}' was not found.''.");

    public static ArmError DefinitionOutOfScope(string kind, string assignment) =>
        new(400, "InvalidCreatePolicyAssignmentRequest",
            $"The policy {kind} specified in policy assignment '{assignment}' is out of scope. Policy {kind}s should be specified only at or above the policy assignment scope. "
            + "If the management groups hierarchy changed recently or if assigning a management group policy to new subscription, please allow up to 30 minutes for the hierarchy "
            + "changes to apply and try again.");

    public static ArmError SetMemberOutOfScope(string set, string definition) =>
        new(400, "InvalidCreatePolicySetDefinitionRequest",
            $"The policy set definition '{set}' request is invalid. The policy definition '{definition}' is out of scope. Policy definitions should be specified only at or above the "
            + "policy set definition scope.");

    public static ArmError InvalidCoverage(string type, string reason) =>
        new(400, $"InvalidCreate{char.ToUpperInvariant(type[0])}{type[1..^1]}Request", $"The {type[..^1]} request is invalid. {reason}.");

    public static ArmError UnusedParameters(string name, IEnumerable<string> parameters) =>
        new(400, "UnusedPolicyParameters",
            $"The policy '{name}' has defined parameters '{string.Join(',', parameters)}' which are not used in the policy rule. "
            + "Please either remove these parameters from the definition or ensure that they are used in the policy rule.");

    public static ArmError UndefinedParameter(string name, string parameter) =>
        new(400, "UndefinedPolicyParameter",
            $"The policy '{name}' has undefined parameter '{parameter}' which is used in the policy rule. "
            + "Please either remove the parameter from the rule or define it.");

    public static ArmError UndefinedSetAssignment(string set, IEnumerable<string> parameters, string definition, string reference) =>
        new(400, "UndefinedPolicyParameter",
            $"The policy set definition '{set}' is attempting to assign the parameter(s) '{string.Join(',', parameters)}' which are not defined in the policy definition "
            + $"'{definition}' using policy definition reference ID '{reference}'.");

    public static ArmError UndefinedAssignment(string assignment, IEnumerable<string> parameters, string definition) =>
        new(400, "UndefinedPolicyParameter",
            $"The policy assignment '{assignment}' is attempting to assign the parameter(s) '{string.Join(',', parameters)}' which are not defined in the policy definition '{definition}'.");

    public static ArmError MissingInSet(string set, IEnumerable<string> parameters, string definition, string reference) =>
        new(400, "MissingPolicyParameter",
            $"The policy set definition '{set}' is missing the parameter(s) '{string.Join(',', parameters)}' as defined in the policy definition "
            + $"'{definition}' using policy definition reference ID '{reference}'.");

    public static ArmError MissingInAssignment(string assignment, IEnumerable<string> parameters, string definition) =>
        new(400, "MissingPolicyParameter",
            $"The policy assignment '{assignment}' is missing the parameter(s) '{string.Join(',', parameters)}' as defined in the policy definition '{definition}'.");

    public static ArmError ValueNotAllowed(string value, string parameter, string definition, IEnumerable<string> allowed) =>
        new(400, "PolicyParameterValueNotAllowed",
            $"The value '{value}' is not allowed for policy parameter '{parameter}' in policy definition '{definition}'. The allowed values are '{string.Join(", ", allowed)}'.");

    public static ArmError ValueOfOtherType(string value, string parameter, string definition, string type) =>
        new(400, "InvalidPolicyParameters", $"The value '{value}' of the policy parameter '{parameter}' in policy definition '{definition}' is not of the type '{type}'.");

    public static ArmError InvalidSetDefault(string set, string definition, string reason) =>
        new(400, "InvalidPolicyParameters",
            $"The policy set '{set}' could not be parameterized because the default value of a policy set parameter referenced by policy definition "
            + $"'{definition}' was not valid for that policy definition. {reason}");

    public static ArmError ParametersRemoved(string code, int existing, int given) =>
        new(400, code,
            $"The existing policy has '{existing}' parameter(s) which is greater than the count of parameter(s) '{given}' in the policy being added. "
            + "Policy parameters cannot be removed during policy update.");

    public static ArmError ParametersAddedWithoutDefault(string code, IEnumerable<string> parameters) =>
        new(400, code,
            $"The policy contains new parameter(s) '{string.Join(',', parameters)}' which are not present in the existing policy and have no default value. "
            + "New parameters may be added to a policy only if they have a default value.");

    public static ArmError ParameterTypeChanged(string code, string parameter) =>
        new(400, code, $"The parameter '{parameter}' type is being updated which is not allowed.");

    public static ArmError DefinitionInUse(string name, IEnumerable<string> users) =>
        new(400, "InvalidDeletePolicyDefinitionRequest", $"The policy definition '{name}' cannot be deleted because it is used by '{string.Join(", ", users)}'.");

    public static ArmError SetDefinitionInUse(string name, IEnumerable<string> users) =>
        new(400, "InvalidDeletePolicySetDefinitionRequest", $"The policy set definition '{name}' cannot be deleted because it is used by '{string.Join(", ", users)}'.");

    // policySetDefinitions: PolicySetDefinition, policy set definition.
    private static string Pascal(ResourceId id)
    {
        var name = id.Type[(id.Type.LastIndexOf('/') + 1)..];
        return char.ToUpperInvariant(name[0]) + name[1..^1];
    }

    private static string Words(ResourceId id) => string.Concat(Pascal(id).Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString())).TrimStart();
}
