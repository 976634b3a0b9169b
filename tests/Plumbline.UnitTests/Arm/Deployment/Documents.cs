using Newtonsoft.Json.Linq;
using Plumbline.Arm.Deployment;

namespace Plumbline.UnitTests.Arm.Deployment;

/// <summary>A small deployment: two definitions, an initiative over them and a built-in.</summary>
internal static class Documents
{
    public const string Placeholder = "/providers/Microsoft.Management/managementGroups/placeholder/providers/Microsoft.Authorization/policyDefinitions/";

    public const string BuiltIn = "/providers/Microsoft.Authorization/policyDefinitions/8b346db6-85af-419b-8557-92cee2c0f9bb";

    public static DesiredDocument Definition(string name, string display = "Shown") => Document(
        name,
        "policyDefinitions",
        $$$$"""
        {"displayName":"{{{{display}}}}","policyType":"Custom","mode":"Indexed","metadata":{"version":"1.0.0","category":"Container Apps"},
         "parameters":{"effect":{"type":"String","allowedValues":["Audit","Deny"],"defaultValue":"Audit"}},
         "policyRule":{"if":{"field":"type","equals":"Microsoft.App/containerApps"},"then":{"effect":"[parameters('effect')]"}}}
        """);

    public static DesiredDocument Initiative(params string[] members) => Document(
        "aca",
        "policySetDefinitions",
        $$$"""
        {"displayName":"Baseline","policyType":"Custom","metadata":{"version":"1.0.0","category":"Regulatory Compliance"},
         "parameters":{"bEffect":{"type":"String","defaultValue":"Audit"}},
         "policyDefinitionGroups":[{"name":"G_NS-1","category":"Network security"}],
         "policyDefinitions":[{{{string.Join(',', members.Select(Member).Append(BuiltInMember))}}}]}
        """);

    public static DesiredState Desired() => new([Definition("b"), Definition("a")], Initiative("a", "b"));

    private static string BuiltInMember =>
        $$"""{"policyDefinitionReferenceId":"builtIn","policyDefinitionId":"{{BuiltIn}}","definitionVersion":"1.*.*","parameters":{},"groupNames":["G_NS-1"]}""";

    private static string Member(string name) =>
        $$"""{"policyDefinitionReferenceId":"{{name}}","policyDefinitionId":"{{Placeholder}}{{name}}","parameters":{},"groupNames":["G_NS-1"]}""";

    private static DesiredDocument Document(string name, string type, string properties) => new(
        name,
        new JObject { ["name"] = name, ["type"] = $"Microsoft.Authorization/{type}", ["properties"] = JObject.Parse(properties) },
        $"documents/{name}.json");
}
