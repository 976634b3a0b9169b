using Microsoft.Playwright;

namespace Plumbline.EndToEndTests.Report;

/// <summary>An open page that remembers its requests and everything it said on the console.</summary>
public sealed class OpenReport : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> requests = [];
    private readonly List<string> complaints = [];

    internal OpenReport(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Request += (_, request) => requests.Add(request.Url);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
    }

    public IPage Page { get; }

    /// <summary>Requests to anything but the file itself and data addresses.</summary>
    public IReadOnlyList<string> ForeignRequests => [.. requests.Where(url => !url.StartsWith("file:", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal))];

    /// <summary>All requests.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>Errors and console messages; a violation of the content security policy is among them.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The button with exactly this name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The ids of the controls that can be seen, in order.</summary>
    public async Task<string[]> VisibleControlsAsync() => [.. await Page.Locator("tbody[data-status]:visible .control .id").AllInnerTextsAsync()];

    /// <summary>What the filter says it found.</summary>
    public Task<string> MatchCountAsync() => Page.Locator("#match-count").InnerTextAsync();

    /// <summary>The text of the focused element.</summary>
    public Task<string> FocusedTextAsync() => Page.Locator(":focus").InnerTextAsync();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
