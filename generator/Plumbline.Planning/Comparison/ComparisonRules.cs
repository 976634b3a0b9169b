using System.Collections.Immutable;

namespace Plumbline.Planning.Comparison;

/// <summary>Where comparing policy objects is more than comparing JSON.</summary>
internal static class ComparisonRules
{
    private const string Metadata = "/properties/metadata/";

    private static readonly ImmutableHashSet<string> Identifiers = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "policyDefinitionId", "policyDefinitionReferenceId", "additionalMetadataId", "roleDefinitionIds", "policyAssignmentId", "roleDefinitionId");

    private static readonly ImmutableHashSet<string> ServiceChosen =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "/properties/version", "/properties/definitionVersion", "/properties/externalEvaluationEnforcementSettings");

    // What a generated document may say in its metadata. Every other key belongs to somebody else.
    private static readonly ImmutableHashSet<string> GeneratedMetadata =
        OwnershipMark.Keys.Union(["version", "category", "preview", "deprecated", "source", "benchmark", "control", "feature", "severity", "aliasStatus", "securityCenter", "ASC", "owner", "ticket"]);

    /// <summary>Whether a property holds ARM ids: their case and a slash at the end mean nothing.</summary>
    public static bool IsIdentifier(string name) => Identifiers.Contains(name);

    /// <summary>The property that tells the members of an array apart whose order means nothing, or null for an ordinary array.</summary>
    public static string? KeyOf(string pointer) => pointer switch
    {
        "/properties/policyDefinitions" or "/properties/nonComplianceMessages" => "policyDefinitionReferenceId",
        "/properties/policyDefinitionGroups" or "/properties/resourceSelectors" => "name",
        _ => null,
    };

    /// <summary>
    /// Whether a value that the endpoint has and the wanted document is silent on is left as it is: the service chose it, or somebody else wrote it.
    /// Of the members of an initiative that is the version.
    /// </summary>
    public static bool IsLeftAlone(string pointer, string name) =>
        ServiceChosen.Contains(pointer)
        || (pointer.StartsWith("/properties/policyDefinitions/", StringComparison.Ordinal) && name == "definitionVersion")
        || (IsMetadata(pointer, name) && IsForeignMetadata(name));

    /// <summary>Whether a value means nothing by itself: the recorded digest follows from the rest.</summary>
    public static bool IsDerived(string pointer, string name) => IsMetadata(pointer, name) && string.Equals(name, OwnershipMark.Digest, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a metadata key is none that is written here.</summary>
    public static bool IsForeignMetadata(string name) => !GeneratedMetadata.Contains(name);

    private static bool IsMetadata(string pointer, string name) =>
        pointer.Length == Metadata.Length + name.Length && pointer.StartsWith(Metadata, StringComparison.Ordinal);
}
