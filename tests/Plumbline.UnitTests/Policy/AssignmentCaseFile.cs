using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy;

/// <summary>The corpus of assignment cases: <c>tests/cases/assignments/&lt;topic&gt;.yaml</c>.</summary>
internal static class AssignmentCaseFile
{
    private static readonly ConcurrentDictionary<string, JToken> Files = new(StringComparer.Ordinal);

    public static IEnumerable<AssignmentCase> Cases(string topic)
    {
        var defaults = (JObject)Read("defaults");
        return Read(topic).Cast<JObject>().Select(item => new AssignmentCase(item, defaults));
    }

    public static JToken Read(string topic) => Files.GetOrAdd(topic, static name =>
    {
        var stream = new YamlStream();
        using var text = new StreamReader(Path.Combine(CaseFile.Folder, "assignments", name + ".yaml"));
        stream.Load(text);
        return YamlTokens.ToToken(stream.Documents[0].RootNode);
    });
}
