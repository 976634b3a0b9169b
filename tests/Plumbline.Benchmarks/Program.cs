using System.Globalization;
using BenchmarkDotNet.Running;
using Plumbline.Benchmarks.Deployment;
using Plumbline.Benchmarks.Emulator;
using Plumbline.Benchmarks.Fuzz;
using Plumbline.Benchmarks.Micro;
using Plumbline.Benchmarks.Samples;
using Plumbline.Benchmarks.Scan;

return args switch
{
    ["--scan-stream", var count] => Run(() => MemoryFigures.ScanStream(int.Parse(count, CultureInfo.InvariantCulture))),
    ["--inventory-work", var what, var count] => Run(() => InventoryFigures.Work(what, int.Parse(count, CultureInfo.InvariantCulture))),
    ["--inventory", .. var rest] => Run(() => FigureList.Write(InventoryFigures.Measure(rest is [var count, ..] && count != "--json" ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000), rest is [.., "--json"])),
    ["--emulator", .. var rest] => Run(() => FigureList.Write(EmulatorFigures.Measure(rest), rest is [.., "--json"])),
    ["--deploy", .. var rest] => Run(() => FigureList.Write(DeploymentFigures.Measure(), rest is ["--json"])),
    ["--fuzz", .. var rest] => FuzzCommand.Run(rest),
    ["--micro", .. var rest] => Run(() => BenchmarkSwitcher.FromTypes([typeof(EngineBenchmarks), typeof(OperatorBenchmarks)]).Run([.. rest.Length > 0 ? rest : ["--filter", "*"], "--artifacts", Path.Combine(Checkout.Root, "out/benchmarks")])),
    ["--batch", .. var rest] => Run(() => FigureList.Write(BatchFigures.Measure(), rest is ["--json"])),
    [] or ["--json"] => Run(() => FigureList.Write(Figures(), args.Length > 0)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: scripts/bench [--json] | --batch [--json] | --inventory [COUNT] [--json] | --emulator [scan|load|load-file|synthetic|whole] [--json] | --deploy [--json] | --micro [arguments of BenchmarkDotNet]");
    return 2;
}

static int Run(Action work)
{
    work();
    return 0;
}

static IEnumerable<Figure> Figures()
{
    foreach (var figure in CompileFigures.Measure()) yield return figure;
    var (pool, policies) = (SampleResources.Pool(), SamplePolicies.Read());
    foreach (var figure in ScanFigures.Measure(pool, policies).Concat(AllocationFigures.Measure(pool, policies)).Concat(MemoryFigures.Measure())) yield return figure;
}
