using System.Globalization;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Objects;

namespace Plumbline.Planning.Operations;

/// <summary>Keys of operations: phase, kind and name; where the same name can stand at several scopes, the scope's name and digits of its id.</summary>
internal static class OperationKey
{
    /// <summary>The key of an object at a scope.</summary>
    public static string Of(int phase, ArmObjectKind kind, string id)
    {
        var name = id[(id.LastIndexOf('/') + 1)..];
        return kind is ArmObjectKind.PolicyDefinition or ArmObjectKind.PolicySetDefinition ? Text(phase, kind, name) : Text(phase, kind, $"{name}@{Tag(ArmScope.Of(id))}");
    }

    /// <summary>The key of a role of an assignment.</summary>
    public static string OfRole(int phase, string assignmentId, string roleGuid, string scope) =>
        Text(phase, ArmObjectKind.RoleAssignment, $"{assignmentId[(assignmentId.LastIndexOf('/') + 1)..]}@{Tag(ArmScope.Of(assignmentId))}-{roleGuid[..8]}@{Tag(scope)}");

    private static string Tag(string scope) => $"{ArmScope.Parse(scope)?.Name ?? "scope"}-{ObjectDigest.OfText(scope.TrimEnd('/').ToLowerInvariant())[7..13]}";

    private static string Text(int phase, ArmObjectKind kind, string name) => string.Create(CultureInfo.InvariantCulture, $"{phase * 100:000}-{kind.Word()}-{name}");
}
