using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>A policy alias: the name that rules use for a property of a resource type.</summary>
/// <param name="Name">The full name, such as <c>Microsoft.App/containerApps/configuration.ingress.external</c>.</param>
/// <param name="Path">Where the property stands in the resource as ARM returns it, such as <c>properties.configuration.ingress.external</c>.</param>
/// <param name="IsDerived">Whether Azure is not known to publish it: the path comes from the resource type's schema, and Azure may refuse the name.</param>
public sealed record Alias(string Name, string Path, bool IsDerived)
{
    /// <summary>Further paths of a name that the provider gives to several resource types (<c>Microsoft.Compute/imageOffer</c>); mostly empty.</summary>
    public ImmutableArray<string> OtherPaths { get; init; } = [];

    /// <summary>The resource type the alias belongs to, or only the provider namespace for a name that several types share.</summary>
    public string ResourceType => TypeOf(Name);

    /// <summary>The part of an alias name before its last slash.</summary>
    internal static string TypeOf(string name) => name[..Math.Max(name.LastIndexOf('/'), 0)];
}
