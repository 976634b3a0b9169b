using System.Collections.Immutable;

namespace Plumbline.Arm.Deployment;

/// <summary>Where comparing policy objects is more than comparing JSON.</summary>
internal static class ComparisonRules
{
    private const string Metadata = "properties.metadata.";

    private static readonly ImmutableHashSet<string> Identifiers =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "policyDefinitionId", "policyDefinitionReferenceId", "additionalMetadataId", "roleDefinitionIds");

    private static readonly ImmutableHashSet<string> ServiceChosen = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "definitionVersion", "properties.version");

    // What a generated document may say in its metadata. Every other key belongs to somebody else.
    private static readonly ImmutableHashSet<string> GeneratedMetadata =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "version", "category", "preview", "deprecated", "source", "securityCenter", "ASC", Ownership.Key);

    /// <summary>Whether a property holds ARM ids: their case and a slash at the end mean nothing.</summary>
    public static bool IsIdentifier(string name) => Identifiers.Contains(name);

    /// <summary>The property that tells the members of an array apart whose order means nothing, or null for an ordinary array.</summary>
    public static string? KeyOf(string path) => path switch
    {
        "properties.policyDefinitions" => "policyDefinitionReferenceId",
        "properties.policyDefinitionGroups" => "name",
        _ => null,
    };

    /// <summary>Whether a value that the endpoint has and the wanted document is silent on is left as it is: the service chose it, or somebody else wrote it.</summary>
    public static bool IsLeftAlone(string path, string name) =>
        ServiceChosen.Contains(name) || ServiceChosen.Contains(path) || IsForeignMetadata(path, name);

    /// <summary>Whether a metadata key is none that a generated document has.</summary>
    public static bool IsForeignMetadata(string name) => !GeneratedMetadata.Contains(name);

    private static bool IsForeignMetadata(string path, string name) =>
        path.Length == Metadata.Length + name.Length && path.StartsWith(Metadata, StringComparison.Ordinal) && IsForeignMetadata(name);
}
