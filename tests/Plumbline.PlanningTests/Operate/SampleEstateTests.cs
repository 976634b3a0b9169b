using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.PlanningTests.Operate;

/// <summary>The commands on the sample estate of the built-in environment.</summary>
public sealed class SampleEstateTests : IDisposable
{
    private static readonly string[] Copied = ["generator/catalog", "definitions", "initiative", "tests/resources/estate"];

    private readonly string root = Directory.CreateTempSubdirectory("plumbline-operate-").FullName;

    public SampleEstateTests()
    {
        foreach (var file in Copied.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*", SearchOption.AllDirectories)))
        {
            var target = Path.Combine(root, Path.GetRelativePath(Checkout.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? root);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Everything_the_engine_expects_is_what_the_endpoint_says()
    {
        Assert.Equal(0, (await RunAsync("apply", "local", "--yes")).Code);

        var verified = await RunAsync("verify", "local", "--strict");
        var json = await RunAsync("verify", "local", "--no-evaluation", "--format", "json");

        Assert.Equal(0, verified.Code);
        Assert.Equal("? attestServicePrincipals: 1 not compared: the policy is manual: somebody attests\n187 equal, 0 different, 0 only in Azure, 0 only here, 1 not comparable, 0 not known.\n", verified.Out);
        Assert.Contains("\"equal\": 187,", json.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_before_anything_is_deployed_say_what_is_missing()
    {
        var remediated = await RunAsync("remediate", "local", "--control", "NS-1");

        Assert.Equal(2, remediated.Code);
        Assert.Contains("PLB4099", remediated.Error, StringComparison.Ordinal);
        Assert.Contains("PLB4090", remediated.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--count", "0")]
    [InlineData("--parallel", "31")]
    [InlineData("--failure-threshold", "1.5")]
    [InlineData("--timeout", "soon")]
    [InlineData("--discovery", "all")]
    public async Task Option_out_of_range_is_a_usage_error(string option, string value) =>
        Assert.Equal(2, (await RunAsync("remediate", "local", option, value)).Code);

    [Fact]
    public async Task Scan_now_evaluates_and_waits()
    {
        var scanned = await RunAsync("scan-now", "local", "--wait");

        Assert.Equal((0, "evaluated  /subscriptions/0f9c2a5e-7b1d-4c8a-9e36-5d2f8a7b4c10\n"), (scanned.Code, scanned.Out));
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, 200), world, root, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
