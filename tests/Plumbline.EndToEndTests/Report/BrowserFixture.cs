using Microsoft.Playwright;
using Plumbline.Reporting.Writers;

namespace Plumbline.EndToEndTests.Report;

/// <summary>Chromium and the report on disk. The browser is that of the system: <c>PLUMBLINE_CHROMIUM</c> or <c>/usr/bin/chromium</c>.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-report-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The report's address, <c>file://</c>.</summary>
    public string Address => new Uri(ReportFile).AbsoluteUri;

    private string ReportFile => Path.Combine(folder, "report.html");

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(ReportFile, new HtmlReportWriter().Write(SampleRows.Report));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PLUMBLINE_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A fresh page with the report open in it, and what the page did while it opened and afterwards.</summary>
    public async Task<OpenReport> OpenAsync(BrowserNewContextOptions? options = null, string fragment = "")
    {
        var context = await (browser ?? throw new InvalidOperationException("The browser was not started.")).NewContextAsync(options);
        var report = new OpenReport(context, await context.NewPageAsync());
        await report.Page.GotoAsync(Address + fragment);
        return report;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
