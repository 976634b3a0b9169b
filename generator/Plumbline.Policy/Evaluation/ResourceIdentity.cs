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
    public static PolicyValue FullName(ResourceElement resource) =>
        resource.Property(Id).ToValue() is TextValue id && ResourceScope.NamesOf(id.Value) is { Length: > 0 } names
            ? new TextValue(string.Join('/', names))
            : NameOf(resource).ToValue();
}
