using Plumbline.Benchmarks.Scan;

namespace Plumbline.Benchmarks.Emulator;

/// <summary>The measurements of the emulator. Without a name all but the longest are made.</summary>
internal static class EmulatorFigures
{
    private const int ScannedResources = 100_000;
    private const int LoadSeconds = 10;

    /// <summary>The figures of one measurement: <c>scan</c>, <c>load</c> (<c>load-file</c> with a state file), <c>synthetic</c>, or <c>whole</c>, which reads all 10,000,000 records.</summary>
    public static IEnumerable<Figure> Measure(string[] names) => names.FirstOrDefault(name => name != "--json") switch
    {
        "scan" => ScanComparison.Measure(ScannedResources),
        "load" => LoadFigures.Measure(LoadSeconds, stateFile: null),
        "load-file" => WithFile(),
        "synthetic" => SyntheticFigures.Measure(isWhole: false),
        "whole" => SyntheticFigures.Measure(isWhole: true),
        null => ScanComparison.Measure(ScannedResources).Concat(LoadFigures.Measure(LoadSeconds, stateFile: null)).Concat(SyntheticFigures.Measure(isWhole: false)),
        var other => throw new ArgumentException($"There is no measurement '{other}'."),
    };

    private static IEnumerable<Figure> WithFile()
    {
        var folder = Directory.CreateTempSubdirectory("plumbline-load-");
        try
        {
            foreach (var figure in LoadFigures.Measure(LoadSeconds, Path.Combine(folder.FullName, "state.db"))) yield return figure;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
