namespace Plumbline.Policy.Templates;

/// <summary>Resource ids as templates make them: from a scope, a type and a name whose segments go together.</summary>
internal static class ResourceIds
{
    public const string ResourceGroupType = "Microsoft.Resources/resourceGroups";

    public const string DeploymentType = "Microsoft.Resources/deployments";

    // Types that exist in the tenant only, wherever the template stands.
    private static readonly string[] TenantTypes = ["Microsoft.Management/managementGroups", "Microsoft.Subscription/aliases"];

    /// <summary>The id, or null when type and name have different numbers of segments.</summary>
    public static string? Of(string scope, string type, string name)
    {
        var types = type.Split('/');
        var names = name.Split('/');
        if (types.Length < 2 || types.Length - 1 != names.Length) return null;
        if (Is(type, ResourceGroupType)) return $"{scope}/resourceGroups/{name}";
        var parent = TenantTypes.Contains(type, StringComparer.OrdinalIgnoreCase) ? "" : scope;
        return $"{parent}/providers/{types[0]}" + string.Concat(names.Select((segment, index) => $"/{types[index + 1]}/{segment}"));
    }

    /// <summary>The id with a resource group in the form of ARM's own answers; <c>resourceId()</c> writes it as that of any provider.</summary>
    public static string Normalize(string id)
    {
        const string infix = $"/providers/{ResourceGroupType}/";
        var at = id.IndexOf(infix, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return id.TrimEnd('/');
        var parts = id[..at].Split('/');
        return $"{(parts.Length > 2 ? string.Join('/', parts[..3]) : id[..at])}/resourceGroups/{id[(at + infix.Length)..]}".TrimEnd('/');
    }

    /// <summary>The id of a reference that leaves the scope out: <c>Microsoft.Storage/storageAccounts/name</c>; null when the text is none.</summary>
    public static string? Relative(string scope, string text)
    {
        var parts = text.Trim('/').Split('/');
        if (parts.Length < 3 || parts.Length % 2 == 0 || !parts[0].Contains('.', StringComparison.Ordinal)) return null;
        return $"{scope}/providers/{string.Join('/', parts)}";
    }

    public static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
