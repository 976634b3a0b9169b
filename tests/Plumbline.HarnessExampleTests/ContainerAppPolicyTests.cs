using Plumbline.Testing.Harness;

namespace Plumbline.HarnessExampleTests;

/// <summary>How a project of its own tests policies with the engine: load a definition, evaluate it on a resource, say what is expected.</summary>
public sealed class ContainerAppPolicyTests
{
    private const string OpenApp = """
        {
          "type": "Microsoft.App/containerApps", "name": "web", "location": "westeurope",
          "properties": { "configuration": { "ingress": { "external": true, "ipSecurityRestrictions": [{ "name": "all", "action": "Allow", "ipAddressRange": "0.0.0.0/0" }] } } }
        }
        """;

    private static readonly PolicyHarness IpRules = PolicyHarness.Load(File.ReadAllText("definitions/aca-ip-rules-not-open.json"));

    [Fact]
    public void App_that_lets_everybody_in_is_refused() => IpRules
        .WithParameters("""{ "effect": "Deny" }""")
        .AsWrite()
        .Evaluate(OpenApp)
        .ShouldBeDenied()
        .ShouldHaveEffect("Deny")
        .ShouldBeBecause("ipAddressRange is \"0.0.0.0/0\"");

    [Fact]
    public void App_with_a_range_of_the_company_is_fine() => IpRules
        .Evaluate(OpenApp.Replace("0.0.0.0/0", "203.0.113.0/24", StringComparison.Ordinal))
        .ShouldBe("Compliant")
        .ShouldHaveEffect(null);

    [Fact]
    public void Missing_owner_is_added_as_a_tag() => PolicyHarness.Load(File.ReadAllText("policies/require-owner.json"))
        .WithParameters("""{ "owner": "platform" }""")
        .AsWrite()
        .Evaluate("""{ "type": "Microsoft.App/containerApps", "name": "web", "location": "westeurope" }""")
        .ShouldChangeTo("""{ "type": "Microsoft.App/containerApps", "name": "web", "location": "westeurope", "tags": { "owner": "platform" } }""");

    [Fact]
    public void Initiative_is_evaluated_with_its_definitions() => PolicyHarness
        .Load(File.ReadAllText("policies/app-rules.json"), File.ReadAllText("policies/require-owner.json"))
        .Evaluate(OpenApp)
        .ShouldBe("NonCompliant")
        .ShouldHaveEffect("modify");
}
