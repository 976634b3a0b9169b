using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>What the identity fields of a resource say.</summary>
internal static class ResourceIdentity
{
    private static readonly PropertyName Type = new("type");
    private static readonly PropertyName Id = new("id");
    private static readonly PropertyName Name = new("name");

    public static ResourceElement TypeOf(ResourceElement resource) => resource.Property(Type);

    public static ResourceElement NameOf(ResourceElement resource) => resource.Property(Name);

    /// <summary>A property of the resource when it is a string.</summary>
    public static string? Text(ResourceElement resource, string field) => (resource.Property(new PropertyName(field)).ToValue() as TextValue)?.Value;

    /// <summary>The names of the parents and the resource itself, from its id (<c>server/database</c>); its name when there is no id to tell.</summary>
    public static PolicyValue FullName(ResourceElement resource)
    {
        var id = (resource.Property(Id).ToValue() as TextValue)?.Value ?? "";
        var provider = id.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        if (provider < 0) return NameOf(resource).ToValue();

        // namespace / type / name / type / name ...
        var names = id[(provider + "/providers/".Length)..].Split('/').Where((_, index) => index > 0 && index % 2 == 0).ToList();
        return names.Count > 0 ? new TextValue(string.Join('/', names)) : NameOf(resource).ToValue();
    }
}
