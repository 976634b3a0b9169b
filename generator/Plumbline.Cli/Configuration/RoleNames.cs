using System.Text.RegularExpressions;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Roles;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>Roles as a configuration names them: by the name of a built-in one, by GUID or by id.</summary>
internal static partial class RoleNames
{
    private const string Definitions = ArmObjectKinds.Provider + "roleDefinitions/";

    /// <summary>The id of the role definition; null for a text that is none of the three.</summary>
    public static string? IdOf(string role)
    {
        if (WellKnownRoles.FindByName(role) is { } known) return Definitions + known;
        if (Guid.TryParseExact(role, "D", out _)) return Definitions + role.ToLowerInvariant();
        return Identifier.IsMatch(role) ? role : null;
    }

    /// <summary>The known name that was probably meant, or null.</summary>
    public static string? Nearest(string role) => NearestName.Find(role, WellKnownRoles.All);

    [GeneratedRegex("^(/[^/]+)*/providers/Microsoft\\.Authorization/roleDefinitions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identifier { get; }
}
