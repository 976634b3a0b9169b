using Plumbline.Scan.Templates;

namespace Plumbline.Cli.Scanning.Bicep;

/// <summary>Where a template is taken to be deployed. What is not known stays an expression, and verdicts that depend on it are unknown.</summary>
/// <param name="Subscription">The subscription's GUID.</param>
/// <param name="ResourceGroup">The name of the resource group.</param>
/// <param name="Location">The region, or null.</param>
internal sealed record TemplateTarget(string Subscription, string ResourceGroup, string? Location)
{
    /// <summary>A place for templates of which nobody says where they go.</summary>
    public static TemplateTarget Assumed { get; } = new(Guid.Empty.ToString(), "resource-group", null);

    /// <summary>The arguments of <c>bicep snapshot</c>: those that go with the scope.</summary>
    public IEnumerable<string> Arguments(TemplateScope scope)
    {
        string[] subscription = ["--subscription-id", Subscription];
        string[] group = ["--resource-group", ResourceGroup];
        string[] location = Location is null ? [] : ["--location", Location];
        return scope switch
        {
            TemplateScope.ResourceGroup => [.. subscription, .. group, .. location],
            TemplateScope.Subscription => [.. subscription, .. location],
            _ => location,
        };
    }
}
