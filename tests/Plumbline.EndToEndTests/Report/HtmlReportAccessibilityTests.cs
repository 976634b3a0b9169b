using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Plumbline.EndToEndTests.Report;

[Trait("Category", "Browser")]
public sealed class HtmlReportAccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1360)]
    [InlineData(ColorScheme.Dark, 1360)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Report_has_no_accessibility_violation(ColorScheme scheme, int width)
    {
        await using var report = await browser.OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await report.Button("Expand all").ClickAsync();
        var result = await report.Page.RunAxe();
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Impact} {violation.Id}: {node.Html}")));
    }

    [Fact]
    public async Task Report_has_no_accessibility_violation_when_filtered()
    {
        await using var report = await browser.OpenAsync(fragment: "#status=fail&sort=azure");
        var result = await report.Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{violation.Impact} {violation.Id}"));
    }
}
