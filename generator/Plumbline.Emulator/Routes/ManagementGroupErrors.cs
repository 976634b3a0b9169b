using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The refusals of management groups: a method a code.</summary>
internal static class ManagementGroupErrors
{
    public static ArmError NotFound(string name) => new(404, "ManagementGroupNotFound", $"The management group '{name}' cannot be found.");

    public static ArmError InvalidName(string name) =>
        new(400, "BadRequest", $"The management group ID '{name}' is invalid. It must have 1 to 90 letters, digits, '-', '_', '(', ')' or '.', and not end with a period.");

    public static ArmError InvalidDisplayName() => new(400, "BadRequest", "The display name of a management group must have 1 to 250 characters.");

    public static ArmError RootIsFixed() => new(400, "BadRequest", "The root management group cannot be moved or deleted.");

    public static ArmError HasChildren(string name) =>
        new(400, "BadRequest", $"The management group '{name}' cannot be deleted because it has children. Move or delete them first.");

    public static ArmError Cycle(string name, string parent) =>
        new(400, "BadRequest", $"The management group '{name}' cannot be placed under '{parent}', which lies under it.");

    public static ArmError TooDeep(int limit) => new(400, "BadRequest", $"The management group hierarchy cannot have more than {limit} levels below the root.");

    public static ArmError SubscriptionNotInGroup(string group, string subscription) =>
        new(404, "NotFound", $"The subscription '{subscription}' is not in the management group '{group}'.");
}
