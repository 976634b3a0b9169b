using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Scan.Impact;

/// <summary>Evaluates two worlds on the same resources.</summary>
/// <param name="before">What is assigned before the change.</param>
/// <param name="after">What is assigned after it.</param>
/// <param name="utcNow">What <c>utcNow()</c> answers, and the time by which exemptions end.</param>
public sealed class ImpactEngine(ImpactWorld before, ImpactWorld after, DateTimeOffset utcNow)
{
    /// <summary>The resources in both worlds, in the order of the inputs.</summary>
    /// <param name="batches">The resources; enumerated twice, because policies look at resources beside the one under evaluation.</param>
    /// <param name="problems">Gets what could not be evaluated.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    public IEnumerable<ResourceComparison> Compare(IEnumerable<ResourceBatch> batches, ImmutableArray<Diagnostic>.Builder problems, CancellationToken cancellationToken)
    {
        var index = Collect(batches, cancellationToken);
        var (first, second) = (new WorldRunner(before, index, utcNow), new WorldRunner(after, index, utcNow));
        foreach (var batch in batches)
        {
            problems.AddRange(batch.Problems);
            foreach (var resource in batch.Resources)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Compare(first, second, resource, problems) is { } comparison) yield return comparison;
            }
        }
    }

    private static ResourceComparison? Compare(WorldRunner first, WorldRunner second, ScannedResource resource, ImmutableArray<Diagnostic>.Builder problems)
    {
        try
        {
            return new(resource, first.Evaluate(resource), second.Evaluate(resource));
        }
        catch (JsonException)
        {
            problems.Add(DiagnosticCatalog.NotAResource(resource.Origin.Location, "it is nested too deep"));
            return null;
        }
    }

    private RelatedIndex Collect(IEnumerable<ResourceBatch> batches, CancellationToken cancellationToken)
    {
        ImmutableArray<ScanAssignment> assignments = [.. before.Assignments, .. after.Assignments];
        var types = assignments.Any(assignment => assignment.Initial.RelatedTypes is null)
            ? null
            : assignments.SelectMany(assignment => assignment.Initial.RelatedTypes ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new List<(string Type, string Id, ResourceDocument Document)>();
        foreach (var resource in batches.SelectMany(batch => batch.Resources).Where(resource => types?.Contains(resource.Header.Type) != false || RelatedIndex.IsScope(resource.Header.Type)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found.Count == ScanEngine.RelatedKept) return new RelatedIndex(found, isComplete: false);
            found.Add((resource.Header.Type, resource.Header.Id, ResourceDocument.Parse(resource.Utf8.ToArray())));
        }

        return new RelatedIndex(found, isComplete: true);
    }
}
