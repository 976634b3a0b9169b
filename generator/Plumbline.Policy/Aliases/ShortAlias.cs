using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>An alias of a resource type under its short name, as normalisation uses it.</summary>
internal sealed class ShortAlias
{
    private readonly Alias alias;
    private readonly AliasPath defaultPath;

    /// <summary>The alias of a type.</summary>
    public ShortAlias(Alias alias, string type)
    {
        this.alias = alias;
        defaultPath = AliasPath.Parse(alias.Path);
        var name = ShortName(alias.Name, type);
        Steps = AliasPath.Parse(ResourceKeys.Lower(name)).Steps;
        NameSteps = AliasPath.Parse(name).Steps;
        IsCollision = Steps.Length == 1 && ResourceKeys.IsRootField(Steps[0]) && IsWrapped(defaultPath.Steps);
        Target = IsCollision ? [$"_p_{Steps[0]}"] : Steps;
    }

    /// <summary>The steps of the short name, in lower case.</summary>
    public ImmutableArray<string> Steps { get; }

    /// <summary>The steps of the short name as the catalogue writes it.</summary>
    public ImmutableArray<string> NameSteps { get; }

    /// <summary>Where the normalised value stands: the short name, or <c>_p_</c> and it when it is the name of a root field.</summary>
    public ImmutableArray<string> Target { get; }

    /// <summary>Whether the short name is that of a root field while the property is below <c>properties</c>.</summary>
    public bool IsCollision { get; }

    /// <summary>Whether the name runs through an array.</summary>
    public bool IsWildcard => Steps.Contains(AliasPath.EachMember);

    /// <summary>The steps of the default path.</summary>
    public ImmutableArray<string> DefaultSteps => defaultPath.Steps;

    /// <summary>The steps of every path, the default one first.</summary>
    public IEnumerable<ImmutableArray<string>> AllPaths => [defaultPath.Steps, .. alias.VersionPaths.Select(version => AliasPath.Parse(version.Path).Steps)];

    /// <summary>The steps of the path in an api-version.</summary>
    public ImmutableArray<string> PathFor(string? apiVersion) =>
        alias.VersionPaths.IsEmpty || alias.PathFor(apiVersion) is var path && path == alias.Path ? defaultPath.Steps : AliasPath.Parse(path).Steps;

    /// <summary>Whether flattening alone puts the property at a path where the short name says.</summary>
    public bool IsInPlace(ImmutableArray<string> path)
    {
        var flat = IsWrapped(path) ? path.RemoveAt(0) : path;
        return !IsCollision
            && flat.Length > 0
            && flat.SequenceEqual(Steps, StringComparer.OrdinalIgnoreCase)
            && (flat.Length == path.Length ? ResourceKeys.IsRootField(path[0]) : !ResourceKeys.IsRootField(flat[0]));
    }

    internal static bool IsWrapped(ImmutableArray<string> path) =>
        path.Length > 1 && string.Equals(path[0], "properties", StringComparison.OrdinalIgnoreCase);

    private static string ShortName(string name, string type)
    {
        var text = name.StartsWith(type + "/", StringComparison.OrdinalIgnoreCase) ? name[(type.Length + 1)..] : name[(name.LastIndexOf('/') + 1)..];
        return text.StartsWith("properties.", StringComparison.OrdinalIgnoreCase) ? text["properties.".Length..] : text;
    }
}
