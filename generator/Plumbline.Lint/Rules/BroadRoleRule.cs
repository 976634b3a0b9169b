using Newtonsoft.Json.Linq;
using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Roles that can do anything, or give themselves any role: too much for a remediation.</summary>
public sealed class BroadRoleRule() : LintRule("role-too-broad", LintSeverity.Warning, "Remediation with a role that can do anything")
{
    // Azure built-in roles: their names are the same in every tenant.
    private static readonly Dictionary<string, string> Broad = new(StringComparer.OrdinalIgnoreCase)
    {
        ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635"] = "Owner",
        ["b24988ac-6180-42a0-ab88-20f7382dd24c"] = "Contributor",
        ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"] = "User Access Administrator",
        ["f58310d9-a9f6-439a-9e8d-f62e7b41a168"] = "Role Based Access Control Administrator",
    };

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.Details is not { } details || LintSubject.Member(details, "roleDefinitionIds") is not JArray roles
            ? []
            : roles.OfType<JValue>()
                .Where(role => role.Value is string id && Broad.ContainsKey(Name(id)))
                .Select(role => Finding(subject.At(role), $"'{Broad[Name((string?)role ?? "")]}' can do far more than a remediation needs, and every assignment gives it to an identity", "name the role for the resources that are changed"));

    private static string Name(string id) => id[(id.LastIndexOf('/') + 1)..];
}
