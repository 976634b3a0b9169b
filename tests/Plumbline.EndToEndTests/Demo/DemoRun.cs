using System.Text.Json;

namespace Plumbline.EndToEndTests.Demo;

/// <summary>One run of the demo that several tests look at.</summary>
public sealed class DemoRun : IAsyncLifetime, IDisposable
{
    private readonly CheckoutCopy copy = new();

    internal CheckoutCopy Copy => copy;

    public int Code { get; private set; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The root of <c>out/compliance.json</c>.</summary>
    public JsonElement Report { get; private set; }

    public async Task InitializeAsync()
    {
        (Code, Output, Error) = await copy.RunAsync("demo");
        if (!File.Exists(copy.PathOf("out/compliance.json"))) return;

        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(copy.PathOf("out/compliance.json")));
        Report = document.RootElement.Clone();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => copy.Dispose();
}
