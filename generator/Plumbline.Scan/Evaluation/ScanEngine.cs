using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Policy.Values;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Scan.Evaluation;

/// <summary>Evaluates assignments on inputs of any size: several batches at a time, with outcomes in the order of the input.</summary>
/// <param name="assignments">What is evaluated.</param>
/// <param name="settings">How.</param>
public sealed class ScanEngine(ImmutableArray<ScanAssignment> assignments, ScanSettings settings)
{
    // Bounds the memory that related resources take; a policy's verdict needs all of them.
    private const int MaximumRelated = 200_000;

    private readonly ConcurrentBag<ResourceEvaluator> idle = [];
    private RelatedIndex index = RelatedIndex.Empty;

    /// <summary>Whether more related resources were found than are kept.</summary>
    public bool AreRelatedOmitted => !index.IsComplete;

    /// <summary>How many related resources are kept.</summary>
    public static int RelatedKept => MaximumRelated;

    /// <summary>Whether policies look at resources beside the one under evaluation, so that <see cref="Collect"/> has to see all inputs first.</summary>
    public bool NeedsRelated => assignments.Any(assignment => assignment.Initial.RelatedTypes is not { IsEmpty: true } || assignment.Initial.Policies.Any(policy => policy.Scopes.UsesContext));

    /// <summary>Keeps the resources of the inputs that policies look for beside others.</summary>
    public void Collect(IEnumerable<ResourceBatch> batches, CancellationToken cancellationToken)
    {
        var types = assignments.Any(assignment => assignment.Initial.RelatedTypes is null)
            ? null
            : assignments.SelectMany(assignment => assignment.Initial.RelatedTypes ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new List<(string Type, string Id, ResourceDocument Document)>();
        var isComplete = true;
        foreach (var resource in batches.SelectMany(batch => batch.Resources).Where(resource => types?.Contains(resource.Header.Type) != false || RelatedIndex.IsScope(resource.Header.Type)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            isComplete = found.Count < MaximumRelated;
            if (!isComplete) break;
            found.Add((resource.Header.Type, resource.Header.Id, ResourceDocument.Parse(resource.Utf8.ToArray())));
        }

        index = new RelatedIndex(found, isComplete);
        idle.Clear();
    }

    /// <summary>The outcomes of batches, in their order.</summary>
    public IEnumerable<BatchOutcome> Run(IEnumerable<ResourceBatch> batches, CancellationToken cancellationToken)
    {
        if (settings.Threads == 1)
        {
            foreach (var batch in batches)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Evaluate(batch);
            }

            yield break;
        }

        var pending = new Queue<Task<BatchOutcome>>();
        foreach (var batch in batches)
        {
            pending.Enqueue(Task.Run(() => Evaluate(batch), cancellationToken));
            if (pending.Count > 2 * settings.Threads) yield return pending.Dequeue().GetAwaiter().GetResult();
        }

        while (pending.TryDequeue(out var task)) yield return task.GetAwaiter().GetResult();
    }

    private BatchOutcome Evaluate(ResourceBatch batch)
    {
        var evaluator = idle.TryTake(out var free) ? free : new ResourceEvaluator(assignments, index, settings.Shard, settings.UtcNow);
        var outcome = evaluator.Evaluate(batch);
        idle.Add(evaluator);
        return outcome;
    }
}

/// <summary>How a scan evaluates.</summary>
/// <param name="Threads">How many batches are evaluated at a time.</param>
/// <param name="Shard">The share of the resources that is evaluated; null for all.</param>
/// <param name="UtcNow">What <c>utcNow()</c> answers.</param>
public sealed record ScanSettings(int Threads, ScanShard? Shard, DateTimeOffset UtcNow);
