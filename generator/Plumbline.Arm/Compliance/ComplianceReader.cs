using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Reporting;

namespace Plumbline.Arm.Compliance;

/// <summary>Reads the compliance of an assignment from Policy Insights.</summary>
public sealed class ComplianceReader
{
    private readonly ArmConnection connection;
    private readonly string scope;
    private readonly PolicyStatesClient client;
    private readonly string filter;

    /// <summary>A reader.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="assignmentId">The ARM id of the assignment.</param>
    public ComplianceReader(ArmConnection connection, string assignmentId)
    {
        this.connection = connection;
        client = new(connection);
        AssignmentId = assignmentId;
        scope = ArmScope.Of(assignmentId);
        filter = $"PolicyAssignmentId eq '{AssignmentId.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>The ARM id of the assignment.</summary>
    public string AssignmentId { get; }

    /// <summary>Starts an evaluation of the scope and waits for its end.</summary>
    /// <param name="at">Where the environment is configured.</param>
    /// <param name="limit">How long to wait. In Azure an evaluation of a subscription takes from minutes to more than an hour.</param>
    /// <param name="cancellation">Ends the waiting, not the evaluation.</param>
    public Task<ArmOutcome<EvaluationRun>> TriggerEvaluationAsync(SourceLocation at, TimeSpan limit, CancellationToken cancellation) =>
        new EvaluationTrigger(connection, client, scope).RunAsync(at, limit, cancellation);

    /// <summary>Reads all states of the assignment, the reasons of the non-compliant ones, and the service's counts to check against.</summary>
    /// <param name="at">Where the environment is configured.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<ArmOutcome<ComplianceReading>> ReadAsync(SourceLocation at, CancellationToken cancellation)
    {
        var (states, failure) = await StatesAsync(cancellation);
        if (failure is not null) return Failed(failure, at);

        var counts = await client.SummarizeAsync(scope, filter, cancellation);
        if (counts.Failure is not null) return Failed(counts.Failure, at);

        var fetcher = new ReasonFetcher(client, filter);
        await fetcher.FetchAsync(states.Where(state => state.State == nameof(ComplianceState.NonCompliant)).Select(state => state.ResourceId), cancellation);

        var summary = SummaryReader.Read(counts.Body, AssignmentId);
        var reconciliation = Reconciliation.Of(states, summary, at);
        var reading = new ComplianceReading(Rows(states, fetcher), summary, states.Length, reconciliation.StatesExpected);
        return new(reading, null, [.. Remarks(states, at), .. reconciliation.Diagnostics, .. fetcher.Warnings(at)]);
    }

    private async Task<(ImmutableArray<PolicyStateRecord> States, ArmFailure? Failure)> StatesAsync(CancellationToken cancellation)
    {
        var states = ImmutableArray.CreateBuilder<PolicyStateRecord>();
        await foreach (var page in client.ListQueryResultsAsync(scope, filter, null, cancellation))
        {
            if (page.Failure is { } failure) return ([], failure);
            if (PolicyStateRecord.From(page.Item) is not { } state)
                return ([], ArmFailureReader.Unexpected("POST", scope, 200, "a policy state names no resource or no definition"));
            if (string.Equals(state.AssignmentId, AssignmentId, StringComparison.OrdinalIgnoreCase)) states.Add(state);
        }

        return (states.ToImmutable(), null);
    }

    // The service writes the id of one resource sometimes as it was created, sometimes in lower case; capitals sort first.
    private static ImmutableArray<ComplianceRow> Rows(ImmutableArray<PolicyStateRecord> states, ReasonFetcher fetcher) =>
    [
        .. states
            .GroupBy(state => state.ResourceId, StringComparer.OrdinalIgnoreCase)
            .OrderBy(resource => resource.Key, StringComparer.OrdinalIgnoreCase)
            .SelectMany(resource =>
            {
                var id = resource.Select(state => state.ResourceId).Order(StringComparer.Ordinal).First();
                return resource
                    .OrderBy(state => state.ReferenceId, StringComparer.Ordinal)
                    .ThenBy(state => state.DefinitionId, StringComparer.OrdinalIgnoreCase)
                    .Select(state => state.ToRow(id, fetcher.Of(state)));
            }),
    ];

    private IEnumerable<Diagnostic> Remarks(ImmutableArray<PolicyStateRecord> states, SourceLocation at) =>
        states.IsEmpty
            ? [DiagnosticCatalog.NoPolicyStates(at, AssignmentId)]
            : states
                .Where(state => state.State.StartsWith(StateNames.OtherPrefix, StringComparison.Ordinal))
                .CountBy(state => state.State[StateNames.OtherPrefix.Length..])
                .OrderBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => DiagnosticCatalog.UnknownComplianceState(at, count.Key, count.Value));

    private static ArmOutcome<ComplianceReading> Failed(ArmFailure failure, SourceLocation at) => new(null, failure, [failure.ToDiagnostic(at)]);
}
