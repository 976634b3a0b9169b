using Azure.Core;

namespace Plumbline.Arm.Compliance;

/// <summary>
/// The client of Policy Insights' policy states. Stands in for the package Azure.ResourceManager.PolicyInsights and keeps its operation names.
/// All queries are POSTs without a body.
/// </summary>
internal sealed class PolicyStatesClient(ArmConnection connection)
{
    /// <summary>The newest state of each resource and policy below a scope. <paramref name="expand"/> is honoured at the scope of one resource only.</summary>
    public IAsyncEnumerable<PageItem> ListQueryResultsAsync(string scope, string filter, string? expand, CancellationToken cancellation)
    {
        var path = PathOf(scope, "queryResults");
        var address = expand is null
            ? connection.AddressOf(path, ApiVersions.PolicyInsights, ("$filter", filter))
            : connection.AddressOf(path, ApiVersions.PolicyInsights, ("$filter", filter), ("$expand", expand));
        return ArmPages.ReadAsync(connection, new(RequestMethod.Post, address), "@odata.nextLink", cancellation);
    }

    /// <summary>The counts below a scope.</summary>
    public Task<ArmAnswer> SummarizeAsync(string scope, string filter, CancellationToken cancellation) =>
        connection.SendAsync(new(RequestMethod.Post, connection.AddressOf(PathOf(scope, "summarize"), ApiVersions.PolicyInsights, ("$filter", filter))), cancellation);

    /// <summary>Starts an evaluation, or joins the one that runs.</summary>
    public Task<ArmAnswer> TriggerEvaluationAsync(string scope, CancellationToken cancellation) =>
        connection.SendAsync(new(RequestMethod.Post, connection.AddressOf(PathOf(scope, "triggerEvaluation"), ApiVersions.PolicyInsights)), cancellation);

    /// <summary>Looks at a running operation.</summary>
    public Task<ArmAnswer> PollAsync(Uri location, CancellationToken cancellation) => connection.SendAsync(new(RequestMethod.Get, location), cancellation);

    private static string PathOf(string scope, string operation) => $"{scope}/providers/Microsoft.PolicyInsights/policyStates/latest/{operation}";
}
