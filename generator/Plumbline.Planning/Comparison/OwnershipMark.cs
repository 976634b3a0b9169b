using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Comparison;

/// <summary>
/// The mark of a deployed object: flat texts in its metadata. Flat, because Azure Resource Graph turns nested metadata into text.
/// <c>pacOwnerId</c> is what Enterprise Policy as Code looks at: in its mode <c>full</c> it deletes what has none.
/// </summary>
public static class OwnershipMark
{
    /// <summary>The key of the owner's GUID.</summary>
    public const string Owner = "plumblineOwner";

    /// <summary>The key of the environment's name.</summary>
    public const string Environment = "plumblineEnv";

    /// <summary>The key of the declared name, which the resource name of a successor extends.</summary>
    public const string Name = "plumblineName";

    /// <summary>The key of the digest of the body without these keys, as it was written: tells an edit outside from a change of the documents.</summary>
    public const string Digest = "plumblineDigest";

    /// <summary>The key of the controls an exemption is about, separated by commas.</summary>
    public const string Control = "plumblineControl";

    /// <summary>Enterprise Policy as Code's key of an owner.</summary>
    public const string EpacOwner = "pacOwnerId";

    /// <summary>The key that the portal shows as the author of an assignment.</summary>
    public const string AssignedBy = "assignedBy";

    /// <summary>All keys that are written here and mean nothing to a policy.</summary>
    public static ImmutableHashSet<string> Keys { get; } =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, Owner, Environment, Name, Digest, Control, EpacOwner, AssignedBy);

    /// <summary>Whether an object was deployed for an environment: owner and environment are the same.</summary>
    public static bool IsOf(DeploymentEnvironment environment, ArmObject live) =>
        Is(live, Owner, environment.OwnerId) && Is(live, Environment, environment.Name);

    /// <summary>The declared name an object was deployed for, or null.</summary>
    public static string? NameOf(ArmObject live) => Text(live, Name);

    /// <summary>Whose an object is that is not the environment's, in words: <c>environment {name}</c>, <c>plumbline:{guid}</c>, <c>epac:{guid}</c>, <c>defender</c>, <c>system</c> or <c>unmarked</c>.</summary>
    public static string OwnerOf(DeploymentEnvironment environment, ArmObject live)
    {
        if (Text(live, Owner) is { } owner)
            return string.Equals(owner, environment.OwnerId, StringComparison.OrdinalIgnoreCase) ? $"environment {Text(live, Environment)}" : $"plumbline:{owner}";
        if (Text(live, EpacOwner) is { } epac) return $"epac:{epac}";
        if (live.Properties["assignmentType"] is TextValue { Value: var type } && type.StartsWith("System", StringComparison.OrdinalIgnoreCase)) return "system";

        // Defender for Cloud marks its assignments by words only.
        return live.Properties["description"] is TextValue { Value: var text } && text.StartsWith("This assignment was automatically created by Azure Security Center", StringComparison.OrdinalIgnoreCase) ? "defender" : "unmarked";
    }

    /// <summary>The start of the description of a role assignment that is ours.</summary>
    public static string RolePrefix(DeploymentEnvironment environment) => $"plumbline:{environment.OwnerId}:{environment.Name}:";

    /// <summary>Whether a role assignment was made for an environment.</summary>
    public static bool IsRoleOf(DeploymentEnvironment environment, ArmObject live) =>
        live.Properties["description"] is TextValue text && text.Value.StartsWith(RolePrefix(environment), StringComparison.Ordinal);

    private static bool Is(ArmObject live, string key, string value) => string.Equals(Text(live, key), value, StringComparison.OrdinalIgnoreCase);

    private static string? Text(ArmObject live, string key) => live.Metadata[key] is TextValue { Value.Length: > 0 } text ? text.Value : null;
}
