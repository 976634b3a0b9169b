using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Reporting;

namespace Plumbline.Arm.Compliance;

/// <summary>
/// Fetches why resources are not compliant. The service gives evaluation details at the scope of one resource only
/// (<c>$expand=PolicyEvaluationDetails</c>), so this is a query a resource, four at a time.
/// </summary>
internal sealed class ReasonFetcher(PolicyStatesClient client, string filter)
{
    private const int Readers = 4;

    private readonly ConcurrentDictionary<(string Resource, string Definition, string Reference), ImmutableArray<ComplianceReason>> reasons = new();
    private readonly ConcurrentDictionary<string, ArmFailure> failures = new(StringComparer.OrdinalIgnoreCase);

    private bool IsHopeless => failures.Values.Any(failure => failure.Kind is ArmFailureKind.Unreachable or ArmFailureKind.NotSignedIn or ArmFailureKind.NotAuthorized or ArmFailureKind.Throttled);

    /// <summary>Fetches the reasons of each resource.</summary>
    public async Task FetchAsync(IEnumerable<string> resourceIds, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(resourceIds.Distinct(StringComparer.OrdinalIgnoreCase), options, async (id, token) =>
        {
            if (!IsHopeless) await FetchOneAsync(id, token);
        });
    }

    /// <summary>The reasons for a state; empty when there are none.</summary>
    public ImmutableArray<ComplianceReason> Of(PolicyStateRecord state) => reasons.GetValueOrDefault(KeyOf(state), []);

    /// <summary>A warning when reasons could not be fetched; it names the first resource.</summary>
    public ImmutableArray<Diagnostic> Warnings(SourceLocation at)
    {
        if (failures.OrderBy(one => one.Key, StringComparer.OrdinalIgnoreCase).ToImmutableArray() is not [var first, .. var others]) return [];

        var resource = others.IsEmpty ? first.Key : string.Create(CultureInfo.InvariantCulture, $"{first.Key}' and {others.Length} others, such as '{others[0].Key}");
        return [DiagnosticCatalog.ReasonsNotRead(at, resource, first.Value.Message)];
    }

    private async Task FetchOneAsync(string resourceId, CancellationToken cancellation)
    {
        var nonCompliant = $"{filter} and ComplianceState eq 'NonCompliant'";
        await foreach (var page in client.ListQueryResultsAsync(resourceId, nonCompliant, "PolicyEvaluationDetails", cancellation))
        {
            if (page.Failure is { } failure) failures[resourceId] = failure;
            else if (PolicyStateRecord.From(page.Item) is { } state && page.Item.TryGetProperty("policyEvaluationDetails", out var details) && details.ValueKind == JsonValueKind.Object)
                reasons[KeyOf(state)] = ReasonReader.Read(details, state.Effect);
        }
    }

    private static (string Resource, string Definition, string Reference) KeyOf(PolicyStateRecord state) =>
        (state.ResourceId.ToUpperInvariant(), state.Policy.DefinitionId, state.Policy.ReferenceId);
}
