using System.Globalization;
using System.Text.Json;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Benchmarks.Deployment;

/// <summary>200 definitions, 20 initiatives of ten, 50 assignments, and any number of exemptions.</summary>
internal static class BenchmarkEstate
{
    public const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
    public const string Group = Subscription + "/resourceGroups/legacy";

    private static readonly SourceLocation At = new("plumbline.yaml");

    public static PolicyDocuments Documents { get; } = new(
        [.. Enumerable.Range(0, 200).Select(Definition)],
        [.. Enumerable.Range(0, 20).Select(Initiative)],
        []);

    public static DeploymentEnvironment Environment(int exemptions) => new("benchmark", "Local", null, Subscription, "0d1c2b3a-4f5e-4d6c-8b7a-99aabbccddee", At)
    {
        Assignments =
        [
            .. Enumerable.Range(0, 20).Select(i => new AssignmentDeclaration(Name("set", i), ArmObjectKind.PolicySetDefinition, Name("set", i), [Subscription], At)),
            .. Enumerable.Range(0, 30).Select(i => new AssignmentDeclaration(Name("policy", i), ArmObjectKind.PolicyDefinition, Name("policy", i), [Subscription], At)),
        ],
        Exemptions =
        [
            .. Enumerable.Range(0, exemptions).Select(i => new ExemptionDeclaration(
                Name("exempt", i), new(ExemptionTargetKind.Assignment, Name("set", i % 20), At), [Group], "Waiver", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), "team", "T-1", At)),
        ],
    };

    private static string Name(string kind, int i) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{i:0000}");

    private static PolicyDocument Definition(int i) => Document("definitions", Name("policy", i), $$"""
        {"displayName":"Policy {{i}}","mode":"Indexed","metadata":{"version":"1.0.0"},"parameters":{"effect":{"type":"String","defaultValue":"Audit","allowedValues":["Audit","Deny","Disabled"]} },
        "policyRule":{"if":{"allOf":[{"field":"type","equals":"Microsoft.App/containerApps"},{"field":"name","equals":"never-{{i}}"}]},"then":{"effect":"[parameters('effect')]"} } }
        """);

    private static PolicyDocument Initiative(int i) => Document("initiative", Name("set", i), $$"""
        {"displayName":"Initiative {{i}}","metadata":{"version":"1.0.0"},"parameters":{},"policyDefinitions":[{{string.Join(',', Enumerable.Range(10 * i, 10).Select(Member))}}] }
        """);

    private static string Member(int i)
    {
        var name = Name("policy", i);
        return $$"""{"policyDefinitionReferenceId":"{{name}}","policyDefinitionId":"/providers/Microsoft.Management/managementGroups/placeholder/providers/Microsoft.Authorization/policyDefinitions/{{name}}"}""";
    }

    private static PolicyDocument Document(string folder, string name, string properties)
    {
        using var document = JsonDocument.Parse($$"""{"name":"{{name}}","properties":{{properties}} }""");
        return new(name, (ObjectValue)PolicyValueReader.FromElement(document.RootElement), new SourceLocation($"{folder}/{name}.json"));
    }
}
