using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>A policy alias: the name that rules use for a property of a resource type.</summary>
/// <param name="Name">The full name, such as <c>Microsoft.App/containerApps/configuration.ingress.external</c>.</param>
/// <param name="Path">Where the property stands in the resource as ARM returns it, such as <c>properties.configuration.ingress.external</c>: the default path.</param>
/// <param name="IsDerived">Whether Azure is not known to publish it: the path comes from the resource type's schema, and Azure may refuse the name.</param>
public sealed record Alias(string Name, string Path, bool IsDerived)
{
    /// <summary>Further paths of a name that the provider gives to several resource types (<c>Microsoft.Compute/imageOffer</c>); mostly empty.</summary>
    public ImmutableArray<string> OtherPaths { get; init; } = [];

    /// <summary>Paths of certain api-versions. Empty in the embedded catalogue, which knows default paths only.</summary>
    public ImmutableArray<AliasVersionPath> VersionPaths { get; init; } = [];

    /// <summary>The JSON type of the property in Azure's words (<c>String</c>, <c>Boolean</c>, <c>Object</c>, ...); null when unknown.</summary>
    public string? ValueType { get; init; }

    /// <summary>Whether effect modify may change the property; null when the catalogue does not say.</summary>
    public bool? IsModifiable { get; init; }

    /// <summary>The phrase of the pattern with which Azure cuts the value out of the text at the path; null when there is none. It is not applied.</summary>
    public string? Pattern { get; init; }

    /// <summary>The resource type the alias belongs to, or only the provider namespace for a name that several types share.</summary>
    public string ResourceType => TypeOf(Name);

    /// <summary>Where the property stands in an api-version: the path listed for exactly that version (case does not matter), else the default path.</summary>
    public string PathFor(string? apiVersion) => VersionOf(apiVersion)?.Path ?? Path;

    /// <summary>Whether effect modify may change the property in an api-version; null when the catalogue does not say.</summary>
    public bool? IsModifiableIn(string? apiVersion) => VersionOf(apiVersion)?.IsModifiable ?? IsModifiable;

    /// <summary>The part of an alias name before its last slash.</summary>
    internal static string TypeOf(string name) => name[..Math.Max(name.LastIndexOf('/'), 0)];

    private AliasVersionPath? VersionOf(string? apiVersion)
    {
        if (apiVersion is null) return null;
        foreach (var candidate in VersionPaths)
        {
            if (candidate.Covers(apiVersion)) return candidate;
        }

        return null;
    }
}
