using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plumbline.Benchmarks.Samples;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Benchmarks.Scan;

/// <summary>The scan of an inventory with the whole initiative as <c>plumbline scan</c> does it, beside System.Text.Json parsing the same stream.</summary>
internal static class InventoryFigures
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>The figures, each measurement in a process of its own.</summary>
    public static IEnumerable<Figure> Measure(int count)
    {
        var (parse, read, scan) = (Run("parse", count), Run("read", count), Run("scan", count));
        yield return new("inventory_resources", "Resources of the inventory", count, "");
        yield return new("inventory_mb", "Size of the inventory", scan.Bytes / Megabyte, "MB");
        yield return new("inventory_parse_s", "JsonSerializer.DeserializeAsyncEnumerable, one thread", parse.Seconds, "s");
        yield return new("inventory_read_s", "Reading the resources without evaluating them, one thread", read.Seconds, "s");
        yield return new("inventory_scan_s", string.Create(CultureInfo.InvariantCulture, $"Scan, {Environment.ProcessorCount} threads"), scan.Seconds, "s");
        yield return new("inventory_rate", "Resources per second", count / scan.Seconds, "1/s");
        yield return new("inventory_findings", "Violations and errors found", scan.Findings, "");
        yield return new("inventory_parse_peak_mb", "Peak working set of the parse", parse.Peak / Megabyte, "MB");
        yield return new("inventory_scan_peak_mb", "Peak working set of the scan", scan.Peak / Megabyte, "MB");
    }

    /// <summary>The work of such a process: prints seconds, bytes, findings and peak.</summary>
    public static void Work(string what, int count)
    {
        using var stream = new InventoryStream(SampleResources.Pool(), count);
        var watch = Stopwatch.StartNew();
        var findings = what switch { "parse" => Parse(stream), "read" => new InventoryReader(stream, "inventory.json").Batches().Sum(batch => (long)batch.Resources.Length), _ => Scan(stream) };
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds} {stream.Position} {findings} {self.PeakWorkingSet64}"));
    }

    private static long Scan(InventoryStream stream)
    {
        var documents = Checkout.JsonFiles("definitions").Concat(Checkout.JsonFiles("initiative")).Select(File.ReadAllText).Concat(Checkout.BuiltIns())
            .Select(text => PolicyDocumentReader.Read(new SourceText("policy.json", text)).Value).OfType<PolicyDocument>().ToImmutableArray();
        var plan = ScanPlan.Make(
            [.. documents.Where(document => document.SetDefinition is not null)], documents, ImmutableDictionary<string, PolicyValue>.Empty, new ScanAliases(AliasTable.Published, UnknownAliasHandling.Refuse));
        var engine = new ScanEngine(plan.Assignments, new ScanSettings(Environment.ProcessorCount, null, DateTimeOffset.UnixEpoch));
        var totals = engine.Run(new InventoryReader(stream, "inventory.json").Batches(), CancellationToken.None).Aggregate(default(ScanTotals), (sum, outcome) => sum + outcome.Totals);
        return totals.NonCompliant + totals.Errors;
    }

    private static long Parse(InventoryStream stream)
    {
        var items = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream);
        var count = 0L;
        foreach (var item in items.ToBlockingEnumerable()) count += item.ValueKind == JsonValueKind.Object ? 1 : 0;
        return count;
    }

    private static (double Seconds, double Bytes, double Findings, double Peak) Run(string what, int count)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(InventoryFigures).Assembly.Location, "--inventory-work", what, count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process does not start.");
        var numbers = process.StandardOutput.ReadToEnd().Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        process.WaitForExit();
        return (numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
