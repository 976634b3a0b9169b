using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>What the identity fields of a resource say.</summary>
internal static class ResourceIdentity
{
    public static string? Text(ObjectValue resource, string field) => (resource[field] as TextValue)?.Value;

    /// <summary>The names of the parents and the resource itself, from its id (<c>server/database</c>); its name when there is no id to tell.</summary>
    public static PolicyValue FullName(ObjectValue resource)
    {
        var id = Text(resource, "id") ?? "";
        var provider = id.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        if (provider < 0) return resource["name"];

        // namespace / type / name / type / name ...
        var names = id[(provider + "/providers/".Length)..].Split('/').Where((_, index) => index > 0 && index % 2 == 0).ToList();
        return names.Count > 0 ? new TextValue(string.Join('/', names)) : resource["name"];
    }
}
