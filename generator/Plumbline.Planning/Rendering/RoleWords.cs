using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Rendering;

/// <summary>What a role assignment is called.</summary>
internal static class RoleWords
{
    private const int MostMembers = 5;

    /// <summary>The role, where, and whose: <c>role Contributor at subscription ... to the identity of assignment logs</c>.</summary>
    public static string Label(PlanOperation operation)
    {
        var scope = operation.Principal?.Scope ?? ArmScope.Of(operation.Id);
        var assignment = operation.Principal is { } principal ? ObjectWords.NameIn(principal.AssignmentId) : AssignmentInDescription(operation);
        var whose = assignment is null ? string.Empty : $" {(operation.Action == PlanAction.Delete ? "from" : "to")} the identity of assignment {assignment}";
        return $"role {Name(operation)} at {ObjectWords.Place(scope)}{whose}";
    }

    /// <summary>Why a role is given: the policies that need it.</summary>
    public static string Because(RolePrincipal principal) => principal.Because switch
    {
        [] => "no policy needs it",
        ["declared"] => "the configuration asks for it",
        var members => $"needed by {CountWords.List([.. members.Select(member => member == "declared" ? "the configuration" : member)], MostMembers)}",
    };

    private static string Name(PlanOperation operation) =>
        operation.Principal?.RoleName ?? (operation.Title.Length > 0 ? operation.Title : ObjectWords.NameIn(operation.Principal?.RoleDefinitionId ?? operation.Id));

    // A role that is taken back says in its description what it was given for: plumbline:{owner}:{environment}:{assignment}.
    private static string? AssignmentInDescription(PlanOperation operation) =>
        (operation.Body ?? operation.Inverse.Body)?["properties"] is ObjectValue properties && properties["description"] is TextValue { Value: var text }
            && text.StartsWith("plumbline:", StringComparison.Ordinal) && text.Split(':') is [_, _, _, { Length: > 0 } name]
            ? name
            : null;
}
