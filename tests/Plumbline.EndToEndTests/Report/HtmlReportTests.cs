using Microsoft.Playwright;

namespace Plumbline.EndToEndTests.Report;

[Trait("Category", "Browser")]
public sealed class HtmlReportTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Report_opened_from_disk_asks_for_nothing_else_and_complains_of_nothing()
    {
        await using var report = await browser.OpenAsync();
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Expand all" }).ClickAsync();
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "dark", Exact = true }).ClickAsync();
        Assert.Equal(browser.Address, report.Requests[0]);
        Assert.Empty(report.ForeignRequests);
        Assert.Empty(report.Complaints);
    }
}
