using Microsoft.Playwright;

namespace Plumbline.EndToEndTests.Report;

[Trait("Category", "Browser")]
public sealed class HtmlReportToolsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Text_filter_finds_resources_inside_the_details()
    {
        await using var report = await browser.OpenAsync();
        await report.Page.GetByRole(AriaRole.Searchbox).FillAsync("ENV-LEGACY");
        Assert.Equal(["NS-2"], await report.VisibleControlsAsync());
        Assert.Equal("1 of 12 controls", await report.MatchCountAsync());
        await report.Button("Clear").ClickAsync();
        Assert.Equal(12, (await report.VisibleControlsAsync()).Length);
    }

    [Fact]
    public async Task Filter_without_a_match_says_so()
    {
        await using var report = await browser.OpenAsync();
        await report.Page.GetByRole(AriaRole.Searchbox).FillAsync("no such thing");
        Assert.Empty(await report.VisibleControlsAsync());
        Assert.True(await report.Page.GetByText("No control matches the filter.").IsVisibleAsync());
    }

    [Fact]
    public async Task Status_filter_stays_in_the_address()
    {
        await using var report = await browser.OpenAsync();
        await report.Page.Locator("[data-status-choice=fail]").ClickAsync();
        await report.Page.Locator("[data-status-choice=error]").ClickAsync();
        Assert.Equal(["NS-2", "IM-1", "DP-3"], await report.VisibleControlsAsync());
        Assert.Equal("#status=fail%2Cerror", new Uri(report.Page.Url).Fragment);
        await report.Page.ReloadAsync();
        Assert.Equal(["NS-2", "IM-1", "DP-3"], await report.VisibleControlsAsync());
    }

    [Fact]
    public async Task Address_restores_text_status_and_order()
    {
        await using var report = await browser.OpenAsync(fragment: "#q=network&status=fail,pass,nonsense&sort=noncompliant-descending");
        Assert.Equal(["NS-2", "NS-1"], await report.VisibleControlsAsync());
        Assert.Equal("descending", await report.Page.Locator("th[data-sort=noncompliant]").GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task Address_of_a_control_opens_its_details()
    {
        await using var report = await browser.OpenAsync(fragment: "#control-DP-3");
        Assert.NotNull(await report.Page.Locator("#control-DP-3 details").GetAttributeAsync("open"));
    }

    [Fact]
    public async Task Sort_turns_round_when_asked_again()
    {
        await using var report = await browser.OpenAsync();
        await report.Button("Non-compliant").ClickAsync();
        Assert.Equal(["DP-3", "NS-2", "NS-1"], (await report.VisibleControlsAsync())[..3]);
        await report.Button("Non-compliant").ClickAsync();
        Assert.Equal(["NS-2", "DP-3"], (await report.VisibleControlsAsync())[^2..]);
        await report.Button("Status").ClickAsync();
        Assert.Equal(["NS-2", "DP-3", "IM-1"], (await report.VisibleControlsAsync())[..3]);
    }

    [Fact]
    public async Task Keyboard_alone_reaches_the_details()
    {
        await using var report = await browser.OpenAsync();
        var keyboard = report.Page.Keyboard;
        await keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the controls", await report.FocusedTextAsync());
        await keyboard.PressAsync("Enter");
        for (var presses = 0; presses < 40 && await report.Page.Locator("#control-NS-1 summary:focus").CountAsync() == 0; presses++) await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        Assert.NotNull(await report.Page.Locator("#control-NS-1 details").GetAttributeAsync("open"));
    }

    [Fact]
    public async Task Expand_all_becomes_collapse_all()
    {
        await using var report = await browser.OpenAsync();
        await report.Button("Expand all").ClickAsync();
        Assert.Equal(12, await report.Page.Locator("details[open]").CountAsync());
        await report.Button("Collapse all").ClickAsync();
        Assert.Equal(0, await report.Page.Locator("details[open]").CountAsync());
    }
}
