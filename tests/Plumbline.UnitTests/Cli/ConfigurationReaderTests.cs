using Newtonsoft.Json;
using Plumbline.Cli.Configuration;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Cli;

public sealed class ConfigurationReaderTests
{
    private const string Valid = """
        environments:
          production:
            scope: /subscriptions/00000000-0000-0000-0000-000000000001
            initiative: azure-container-apps
            assignment:
              name: azure-container-apps
              displayName: Container Apps baseline
              parameters:
                allowedRegistries: [contoso.azurecr.io]
        """;

    [Fact]
    public void Environment_with_defaults_is_read()
    {
        var environment = Assert.IsType<PlumblineConfiguration>(Read(Valid).Value).Environments.Single();

        Assert.Equal(("production", "public", null), (environment.Name, environment.Cloud, environment.Endpoint));
        Assert.Equal("/subscriptions/00000000-0000-0000-0000-000000000001", environment.Scope);
        Assert.Equal("Default", environment.Assignment.EnforcementMode);
        Assert.Equal("""{"allowedRegistries":["contoso.azurecr.io"]}""", environment.Assignment.Parameters.ToString(Formatting.None));
    }

    [Fact]
    public void Unknown_key_is_an_error_at_its_place_with_the_nearest_key()
    {
        var diagnostic = Read(Valid.Replace("initiative:", "initative:", StringComparison.Ordinal)).Diagnostics.First(found => found.Code == "PLB1101");

        Assert.Equal(new TextSpan(4, 5, 9), diagnostic.Location.Span);
        Assert.Equal("did you mean 'initiative'?", diagnostic.Help);
    }

    [Theory]
    [InlineData("  production:", "  local:", "PLB4101", 2)]
    [InlineData("    scope:", "    cloud: custom\n    scope:", "PLB4102", 3)]
    [InlineData("    scope:", "    cloud: public\n    endpoint: https://localhost\n    scope:", "PLB4103", 4)]
    public void Inconsistent_environment_is_an_error(string text, string replacement, string code, int line)
    {
        var result = Read(Valid.Replace(text, replacement, StringComparison.Ordinal));

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Null(result.Value);
        Assert.Equal((code, line), (diagnostic.Code, diagnostic.Location.Span?.Line));
    }

    [Theory]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000001", "my-subscription")]
    [InlineData("name: azure-container-apps", "name: a/b")]
    [InlineData("displayName: Container Apps baseline", "displayName: [x]")]
    public void Malformed_value_is_an_error(string text, string replacement) =>
        Assert.Null(Read(Valid.Replace(text, replacement, StringComparison.Ordinal)).Value);

    private static ParseResult<PlumblineConfiguration> Read(string text) => ConfigurationReader.Read(new SourceText("plumbline.yaml", text));
}
