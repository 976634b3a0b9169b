using Microsoft.Playwright;

namespace Plumbline.EndToEndTests.Report;

[Trait("Category", "Browser")]
public sealed class HtmlReportTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Report_opened_from_disk_asks_for_nothing_else_and_complains_of_nothing()
    {
        await using var report = await browser.OpenAsync();
        await report.Button("Expand all").ClickAsync();
        await report.Button("dark").ClickAsync();
        Assert.Equal(browser.Address, report.Requests[0]);
        Assert.Empty(report.ForeignRequests);
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task Script_that_is_not_the_reports_own_does_not_run()
    {
        await using var report = await browser.OpenAsync();
        var ran = await report.Page.EvaluateAsync<bool>(
            "() => { const script = document.createElement('script'); script.textContent = 'window.intruder = true'; document.body.append(script); return window.intruder === true; }");
        Assert.False(ran);
        Assert.Single(report.Complaints);
    }

    [Fact]
    public async Task Hostile_names_are_text()
    {
        await using var report = await browser.OpenAsync();
        await report.Button("Expand all").ClickAsync();
        Assert.Equal(SampleRows.HostileName, await report.Page.Locator(".resource", new() { HasText = "onerror" }).TextContentAsync());
        Assert.Equal(0, await report.Page.Locator("img, iframe, object, body script").CountAsync());
        Assert.Equal(0, await report.Page.Locator("a:not([href^='#']):not([href^='https://learn.microsoft.com/'])").CountAsync());
    }

    [Fact]
    public async Task Report_is_complete_without_script()
    {
        await using var report = await browser.OpenAsync(new() { JavaScriptEnabled = false });
        Assert.Equal(12, (await report.VisibleControlsAsync()).Length);
        Assert.False(await report.Button("Expand all").IsVisibleAsync());
        await report.Page.Locator("#control-NS-2 summary").ClickAsync();
        await Assertions.Expect(report.Page.GetByText("env-legacy", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Report_fits_a_narrow_screen()
    {
        await using var report = await browser.OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await report.Button("Expand all").ClickAsync();
        Assert.Equal(390, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Print_shows_the_details_that_are_closed_on_screen()
    {
        await using var report = await browser.OpenAsync();
        var finding = report.Page.GetByText("env-legacy", new() { Exact = true });
        await Assertions.Expect(finding).ToBeHiddenAsync();
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(finding).ToBeVisibleAsync();
        await Assertions.Expect(report.Button("Expand all")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "auto", "rgb(244, 246, 248)")]
    [InlineData(ColorScheme.Dark, "auto", "rgb(14, 18, 23)")]
    [InlineData(ColorScheme.Light, "dark", "rgb(14, 18, 23)")]
    [InlineData(ColorScheme.Dark, "light", "rgb(244, 246, 248)")]
    public async Task Theme_is_the_systems_unless_the_reader_chooses(ColorScheme system, string choice, string background)
    {
        await using var report = await browser.OpenAsync(new() { ColorScheme = system });
        await report.Button(choice).ClickAsync();
        await report.Page.ReloadAsync();
        Assert.Equal(background, await report.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("true", await report.Button(choice).GetAttributeAsync("aria-pressed"));
    }
}
