using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>The refusals of a caller who may not: a method a code, in ARM's words.</summary>
internal static class AccessErrors
{
    public static ArmError AuthorizationFailed(Caller caller, string action, string scope) =>
        new(403, "AuthorizationFailed",
            $"The client '{Client(caller)}' with object id '{caller.ObjectId}' does not have authorization to perform action '{action}' over scope '{scope}' or the scope is invalid. "
            + "If access was recently granted, please refresh your credentials.");

    public static ArmError LinkedAuthorizationFailed(Caller caller, string action, string scope, string linkedAction, string linkedScope) =>
        new(403, "LinkedAuthorizationFailed",
            $"The client '{Client(caller)}' with object id '{caller.ObjectId}' has permission to perform action '{action}' on scope '{scope}'; however, it does not have permission to "
            + $"perform action(s) '{linkedAction}' on the linked scope(s) '{linkedScope}' (respectively) or the linked scope(s) are invalid.");

    private static string Client(Caller caller) => caller.ApplicationId ?? caller.ObjectId;
}
