using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Testing.Resources;

namespace Plumbline.Testing.Documents;

/// <summary>Makes tests from a YAML tree whose form was checked.</summary>
/// <param name="defaults">What is said for all tests.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class TestBinder(YamlMapping defaults, List<Diagnostic> problems)
{
    private static readonly string[] Sources = ["resource", "file", "bicep"];

    /// <summary>The tests of a list.</summary>
    public ImmutableArray<PolicyTest> Bind(YamlMapping owner, string key) =>
        [.. owner.Mappings(key).Select((test, index) => Test(test, index + 1)).OfType<PolicyTest>()];

    private PolicyTest? Test(YamlMapping test, int number)
    {
        ImmutableArray<ResourceEdit> edits =
        [
            .. EditReader.Values(test, "with", problems),
            .. EditReader.Removals(test, "without", problems),
        ];
        var expect = new ExpectationBinder(problems).Bind(test["expect"] ?? test);
        CheckTime(test);
        if ((Source(test) ?? Source(defaults)) is not { } resource)
        {
            problems.Add(DiagnosticCatalog.TestWithoutResource(test.Location));
            return null;
        }

        return new PolicyTest(
            test.TextOrNull("name") ?? DefaultName(expect, edits, number),
            resource,
            edits,
            Parameters(defaults).SetItems(Parameters(test)),
            Related(test["related"] is null ? defaults : test),
            new ObjectValue([.. Merged(defaults.Object("context"), test.Object("context"))]),
            test.TextOrNull("apiVersion") ?? defaults.TextOrNull("apiVersion"),
            Write(test, expect),
            expect,
            test.Location);
    }

    // A write is asked about when a refusal is expected, whether it is said or not.
    private static WriteRequest Write(YamlMapping test, Expectation expect) => test.TextOrNull("write") switch
    {
        "put" => WriteRequest.Put,
        "patch" => WriteRequest.Patch,
        "delete" => WriteRequest.Delete,
        _ => expect.Denied is null && expect.Message is null ? WriteRequest.None : WriteRequest.Put,
    };

    private static string DefaultName(Expectation expect, ImmutableArray<ResourceEdit> edits, int number)
    {
        var expected = expect.Compliance ?? expect.Effect ?? "test";
        if (edits.IsEmpty) return string.Create(CultureInfo.InvariantCulture, $"{expected} (test {number})");
        var changes = edits.Select(edit => edit.Value is UndefinedValue ? $"without {edit.Text}" : $"{edit.Text}: {PolicyValueWriter.ToCompactJson(edit.Value)}");
        return $"{expected} with {string.Join(", ", changes)}";
    }

    private ResourceSource? Source(YamlMapping owner)
    {
        var given = owner.Entries.Where(entry => Sources.Contains(entry.Key.Text, StringComparer.Ordinal)).ToList();
        foreach (var extra in given.Skip(1)) problems.Add(DiagnosticCatalog.KeysExcludeEachOther(extra.Key.Location, "a test", extra.Key.Text, given[0].Key.Text));
        if (given.Count == 0) return null;
        var selection = new ResourceSelection(owner.Mapping("select").TextOrNull("type"), owner.Mapping("select").TextOrNull("name"));
        var at = given[0].Value.Location;
        return given[0].Key.Text switch
        {
            "file" => new ResourceFile(owner.Text("file"), selection, at),
            "bicep" => new TemplateResource(owner.Text("bicep"), selection, at),
            _ => new InlineResource(owner.Object("resource"), at),
        };
    }

    private ImmutableArray<ResourceSource> Related(YamlMapping owner) =>
        [.. owner.Mappings("related").Select(item => item["type"] is null && item["file"] is not null ? Source(item) : null ?? new InlineResource((ObjectValue)YamlValues.Value(item), item.Location)).OfType<ResourceSource>()];

    private static ImmutableDictionary<string, PolicyValue> Parameters(YamlMapping owner) => owner.Object("parameters").Properties
        .DistinctBy(item => item.Key, StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<KeyValuePair<string, PolicyValue>> Merged(ObjectValue common, ObjectValue own) =>
        common.Properties.Where(property => own[property.Key] is UndefinedValue).Concat(own.Properties);

    private void CheckTime(YamlMapping test)
    {
        foreach (var context in (YamlMapping[])[test.Mapping("context"), defaults.Mapping("context")])
        {
            if (context.TextOrNull("utcNow") is { } time && TestContext.Time(time) is null && !problems.Exists(problem => problem.Location == context.LocationOf("utcNow")))
                problems.Add(DiagnosticCatalog.TestTimeMalformed(context.LocationOf("utcNow"), time));
        }
    }
}
