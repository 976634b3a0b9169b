using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The refusals of role definitions and role assignments: a method a code, in the words of the service where they are known.</summary>
internal static class RoleErrors
{
    public static ArmError AssignmentNotFound(string name) =>
        new(404, "RoleAssignmentNotFound", $"The role assignment '{name}' is not found.");

    public static ArmError AssignmentNameNotGuid(string name) =>
        new(400, "InvalidRoleAssignmentId", $"The role assignment ID '{name}' is not valid. The role assignment ID must be a GUID.");

    public static ArmError AssignmentExists(string existing) =>
        new(409, "RoleAssignmentExists", $"The role assignment already exists. The ID of the existing role assignment is {Short(existing)}.");

    public static ArmError UpdateNotPermitted() =>
        new(400, "RoleAssignmentUpdateNotPermitted", "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.");

    public static ArmError PrincipalNotFound(string principal, string tenantId) =>
        new(400, "PrincipalNotFound",
            $"Principal {Short(principal)} does not exist in the directory {tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately "
            + "assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, "
            + "or Group.  See https://aka.ms/docs-principaltype");

    public static ArmError PrincipalTypeDiffers(string principal, string given) =>
        new(400, "UnmatchedPrincipalType",
            $"The PrincipalId '{Short(principal)}' has type 'ServicePrincipal' , which is different from specified PrinciaplType '{given}'.");

    public static ArmError RoleDoesNotExist(string role) =>
        new(400, "RoleDefinitionDoesNotExist", $"The specified role definition with ID '{Short(role)}' does not exist.");

    public static ArmError NotAssignable(string scope, string role) =>
        new(400, "RoleAssignmentScopeNotAssignableToRoleDefinition", $"The requested role assignment at scope '{scope}' is not assignable to role definition '{role}'.");

    public static ArmError DefinitionNotFound(string name) =>
        new(404, "RoleDefinitionNotFound", $"The role definition '{name}' is not found.");

    public static ArmError DefinitionNameNotGuid(string name) =>
        new(400, "InvalidRoleDefinitionId", $"The role definition ID '{name}' is not valid. The role definition ID must be a GUID.");

    public static ArmError DefinitionWithSameName() =>
        new(409, "RoleDefinitionWithSameNameExists", "A custom role with the same name already exists in this directory. Use a different name");

    public static ArmError DefinitionInUse() =>
        new(400, "RoleDefinitionHasAssignments", "There are existing role assignments referencing role (code: RoleDefinitionHasAssignments)");

    public static ArmError BuiltInIsReadOnly(string name) =>
        new(403, "BuiltInRoleDefinitionUpdateNotAllowed", $"The role definition '{name}' is built-in and cannot be changed or deleted.");

    public static ArmError Invalid(string reason) => new(400, "BadRequestFormat", $"The request was incorrectly formatted: {reason}");

    public static ArmError InvalidFilter(string filter) => new(400, "InvalidFilter", $"The filter '{filter}' is not supported.");

    // The service writes ids without dashes here.
    private static string Short(string id) => id.Replace("-", string.Empty, StringComparison.Ordinal);
}
