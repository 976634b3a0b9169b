using Plumbline.Cli;
using Plumbline.Cli.Rendering;
using Plumbline.SnapshotTests.Verification;

namespace Plumbline.SnapshotTests.Cli;

/// <summary>How a violation is explained: the property, what it is, what is expected.</summary>
public sealed class EvalTests
{
    private const string Violations = "tests/Plumbline.SnapshotTests/Cli/Violations";

    [Theory]
    [InlineData("allow-insecure", $"{Violations}/allow-insecure.policy.json", "text")]
    [InlineData("allow-insecure", $"{Violations}/allow-insecure.policy.json", "json")]
    [InlineData("registry", "definitions/container-apps/aca-registry-managed-identity.json", "text")]
    [InlineData("registry", "definitions/container-apps/aca-registry-managed-identity.json", "json")]
    [InlineData("environment", "definitions/container-apps/aca-environment-peer-mtls.json", "text")]
    [InlineData("environment", "definitions/container-apps/aca-environment-peer-mtls.json", "json")]
    public async Task Violation_is_explained_as_accepted(string name, string definition, string format)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);
        string[] arguments = ["eval", "-d", definition, "-r", $"{Violations}/{name}.json", "--explain", "--format", format];

        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 80), world, Checkout.Workspace.Root, CancellationToken.None);

        Assert.Equal((1, ""), (code, error.ToString()));
        Verifier.Verify(output.ToString(), caseName: $"{name}-{format}");
    }
}
