using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Policy.Expressions;

namespace Plumbline.Lint.Rules;

/// <summary>The roles that the details of an effect ask for.</summary>
internal static partial class RoleIds
{
    /// <summary>The literal entries of <c>roleDefinitionIds</c>.</summary>
    public static IEnumerable<JValue> Of(LintDocument document) =>
        (document.Then?.Member("details")?.Member("roleDefinitionIds") as JArray)?.OfType<JValue>().Where(token => token.Value is string text && !TemplateText.IsExpression(text)) ?? [];

    /// <summary>Whether a text is the identifier of a role definition, at any scope.</summary>
    public static bool IsWellFormed(string id) => Identifier.IsMatch(id);

    /// <summary>The name of the built-in role, when it is one that may change everything; else null.</summary>
    public static string? BroadRole(string id) => id[(id.LastIndexOf('/') + 1)..].ToLowerInvariant() switch
    {
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" => "Owner",
        "b24988ac-6180-42a0-ab88-20f7382dd24c" => "Contributor",
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9" => "User Access Administrator",
        _ => null,
    };

    [GeneratedRegex("^(/[^/]+)*/providers/Microsoft\\.Authorization/roleDefinitions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identifier { get; }
}
