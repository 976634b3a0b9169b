using System.Collections.Concurrent;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy;

/// <summary>The corpus of evaluation cases: <c>tests/cases/&lt;topic&gt;.yaml</c>, a list of cases each.</summary>
internal static class CaseFile
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<PolicyCase>> Cases = new(StringComparer.Ordinal);

    public static string Folder { get; } = FindFolder();

    public static IEnumerable<string> Topics() =>
        Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static IReadOnlyList<PolicyCase> Read(string topic) => Cases.GetOrAdd(topic, Load);

    private static IReadOnlyList<PolicyCase> Load(string topic)
    {
        var stream = new YamlStream();
        using var text = new StreamReader(Path.Combine(Folder, topic + ".yaml"));
        stream.Load(text);
        var list = (YamlSequenceNode)stream.Documents[0].RootNode;
        return [.. list.Select(node => PolicyCase.Read((YamlMappingNode)node))];
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var cases = Path.Combine(folder.FullName, "tests", "cases");
            if (Directory.Exists(cases)) return cases;
        }

        throw new InvalidOperationException("tests/cases is not above the test binaries.");
    }
}
