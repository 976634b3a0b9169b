namespace Plumbline.Generation.Benchmark;

/// <summary>A control of a benchmark.</summary>
public sealed record BenchmarkControl(string Id, string Domain, string Title);
