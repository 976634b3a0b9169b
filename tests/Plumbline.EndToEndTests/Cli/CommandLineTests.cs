using System.Net;
using System.Net.Sockets;
using Plumbline.EndToEndTests.Demo;

namespace Plumbline.EndToEndTests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly CheckoutCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public async Task Unknown_environment_names_the_nearest_one()
    {
        var (code, _, error) = await copy.RunAsync("plan", "lokal");

        Assert.Equal(2, code);
        Assert.Equal("plumbline.yaml: error PLB4104: there is no environment 'lokal'\n  help: did you mean 'local'?\n", error);
    }

    [Fact]
    public async Task Explain_prints_the_page_of_a_code()
    {
        var (code, output, error) = await copy.RunAsync("explain", "plb9003");

        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.StartsWith("# PLB9003: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_outside_a_workspace_says_so()
    {
        var (code, _, error) = await copy.RunAsync("generate", "--directory", Path.GetTempPath());

        Assert.Equal(2, code);
        Assert.Contains("error PLB9002", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_option_is_a_usage_error()
    {
        var (code, _, error) = await copy.RunAsync("generate", "--chek");

        Assert.Equal(2, code);
        Assert.Contains("--chek", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_to_an_endpoint_where_nothing_listens_says_which_call_failed()
    {
        await File.WriteAllTextAsync(copy.PathOf("plumbline.yaml"), Configuration(FreePort()));

        var (code, output, error) = await copy.RunAsync("apply", "nowhere", "--yes");

        Assert.Equal(7, code);
        Assert.Contains("error PLB40", error, StringComparison.Ordinal);
        Assert.Contains("GET /subscriptions/00000000-0000-0000-0000-000000000001", error, StringComparison.Ordinal);
        Assert.DoesNotContain("done", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalog_check_counts_and_remarks_without_an_error()
    {
        var (code, output, error) = await copy.RunAsync("catalog", "check");

        Assert.Equal(0, code);
        Assert.Contains("22 controls, 26 features, 9 features that only the spreadsheet has.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error PLB", error, StringComparison.Ordinal);
        Assert.Contains("info PLB", error, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Configuration(int port) => $"""
        environments:
          nowhere:
            cloud: custom
            endpoint: https://127.0.0.1:{port}
            definitionScope: /subscriptions/00000000-0000-0000-0000-000000000001
            assignments:
              - name: azure-container-apps
                initiative: azure-container-apps
                displayName: Container Apps baseline
        """;
}
