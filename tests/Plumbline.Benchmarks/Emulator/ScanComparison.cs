using System.Collections.Immutable;
using System.Diagnostics;
using Plumbline.Benchmarks.Scan;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Benchmarks.Emulator;

/// <summary>A scan of the emulator beside <c>plumbline scan</c> on the same resources with the same initiative.</summary>
internal static class ScanComparison
{
    private const double TargetRatio = 1.5;
    private const double Megabyte = 1024 * 1024;

    /// <summary>The figures; the better of two runs each, after a small one that warms up.</summary>
    public static IEnumerable<Figure> Measure(int count)
    {
        var texts = SampleEstate.Resources(count).ToArray();
        Inventory(texts[..Math.Min(2000, count)]);
        var inventory = Math.Min(Inventory(texts), Inventory(texts));
        yield return new("emulator_scan_inventory_s", $"plumbline scan of {count:#,0} resources, both passes", inventory, "s");
        var state = SampleEstate.State(texts);
        texts = [];
        Emulator(state);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var first = Emulator(state);
        var second = Emulator(state);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var records = second.After.PolicyStates.Newest.Sum(verdicts => verdicts.States.Length);
        var seconds = Math.Min(first.Seconds, second.Seconds);
        yield return new("emulator_scan_s", "Scan of the emulator, records kept", seconds, "s");
        yield return new("emulator_scan_ratio", "... compared with plumbline scan", seconds / inventory, "", TargetRatio);
        yield return new("emulator_scan_rate", "... resources per second", count / seconds, "1/s");
        yield return new("emulator_records", "Compliance records", records, "");
        yield return new("emulator_records_mb", "... memory they hold (two scans of them)", held / Megabyte, "MB");
        GC.KeepAlive(first.After);
        GC.KeepAlive(second.After);
    }

    private static double Inventory(byte[][] texts)
    {
        var bytes = texts.Length == 0 ? [] : (byte[])[.. "["u8, .. texts[0], .. texts.Skip(1).SelectMany(text => (byte[])[(byte)',', .. text]), (byte)']'];
        var documents = SampleEstate.ScanDocuments();
        var plan = ScanPlan.Make(
            [.. documents.Where(document => document.SetDefinition is not null)], documents, ImmutableDictionary<string, PolicyValue>.Empty, new ScanAliases(AliasTable.Published, UnknownAliasHandling.Refuse));
        var watch = Stopwatch.StartNew();
        var engine = new ScanEngine(plan.Assignments, new ScanSettings(Environment.ProcessorCount, null, DateTimeOffset.UnixEpoch));
        if (engine.NeedsRelated) engine.Collect(Batches(bytes), CancellationToken.None);
        var totals = engine.Run(Batches(bytes), CancellationToken.None).Aggregate(default(ScanTotals), (sum, outcome) => sum + outcome.Totals);
        return totals.Resources == texts.Length ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException("Resources were lost.");
    }

    private static IEnumerable<ResourceBatch> Batches(byte[] bytes) => new InventoryReader(new MemoryStream(bytes), "inventory.json").Batches();

    private static (double Seconds, ArmState After) Emulator(ArmState state)
    {
        var scan = new ComplianceScan(new PreparedPolicies(new AssignmentEvaluator(new PolicyEvaluator(AliasTable.Published).Evaluate)));
        var scope = ResourceId.TryParse(SampleEstate.Scope) ?? throw new InvalidOperationException("No scope.");
        var watch = Stopwatch.StartNew();
        var after = ComplianceScan.Keep(state, scan.Run(state, scope, DateTimeOffset.UnixEpoch));
        return (watch.Elapsed.TotalSeconds, after);
    }
}
