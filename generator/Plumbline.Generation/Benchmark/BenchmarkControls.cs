using System.Collections.Immutable;
using System.Text.Json;

namespace Plumbline.Generation.Benchmark;

/// <summary>The 86 controls of Microsoft cloud security benchmark v1.</summary>
public static class BenchmarkControls
{
    private const string Resource = "Plumbline.Generation.Benchmark.mcsb-v1.json";

    private static readonly Lazy<ImmutableArray<BenchmarkControl>> Read = new(ReadControls);

    /// <summary>All controls, in the benchmark's order.</summary>
    public static ImmutableArray<BenchmarkControl> All => Read.Value;

    /// <summary>The control with the id, or null.</summary>
    public static BenchmarkControl? Find(string id) => All.FirstOrDefault(control => string.Equals(control.Id, id, StringComparison.Ordinal));

    /// <summary>Whether the controls are those of the named benchmark.</summary>
    public static bool Covers(string benchmark, string version) => benchmark == "Microsoft cloud security benchmark" && version == "1.0";

    private static ImmutableArray<BenchmarkControl> ReadControls()
    {
        using var stream = typeof(BenchmarkControls).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("controls").EnumerateArray().Select(control =>
            new BenchmarkControl(Text(control, "id"), Text(control, "domain"), Text(control, "title")))];
    }

    private static string Text(JsonElement control, string name) => control.GetProperty(name).GetString() ?? "";
}
