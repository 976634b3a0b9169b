using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Scan.Evaluation;

/// <summary>Evaluates assignments on batches of resources. For one thread.</summary>
internal sealed class ResourceEvaluator(ImmutableArray<ScanAssignment> assignments, RelatedIndex index, ScanShard? shard, DateTimeOffset utcNow)
{
    private readonly Dictionary<ScanVariant, VariantRunner> runners = new(ReferenceEqualityComparer.Instance);

    /// <summary>The outcome of a batch.</summary>
    public BatchOutcome Evaluate(ResourceBatch batch)
    {
        var findings = ImmutableArray.CreateBuilder<ScanFinding>();
        var problems = batch.Problems.ToBuilder();
        var totals = default(ScanTotals);
        foreach (var resource in batch.Resources.Where(resource => shard?.Includes(resource.Label) != false))
        {
            try
            {
                totals += Evaluate(resource, findings);
            }
            catch (JsonException)
            {
                problems.Add(DiagnosticCatalog.NotAResource(resource.Origin.Location, "it is nested too deep"));
            }
        }

        return new BatchOutcome(findings.DrainToImmutable(), totals, problems.DrainToImmutable(), batch.Position);
    }

    private ScanTotals Evaluate(ScannedResource resource, ImmutableArray<ScanFinding>.Builder findings)
    {
        var totals = new ScanTotals { Resources = 1 };
        var isReached = false;
        foreach (var assignment in assignments)
        {
            if (assignment.For(resource.Header) is not { } variant) continue;
            isReached = true;
            totals += RunnerOf(variant).Evaluate(resource, findings);
        }

        return isReached ? totals : totals with { Unreached = 1 };
    }

    private VariantRunner RunnerOf(ScanVariant variant)
    {
        if (runners.TryGetValue(variant, out var found)) return found;
        return runners[variant] = new VariantRunner(variant, variant.FindingPolicies, index, utcNow);
    }
}
