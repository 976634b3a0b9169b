using Newtonsoft.Json.Linq;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>The built-in definitions for Microsoft.App, on real resources and variations of them: <c>tests/cases/builtins</c>.</summary>
public sealed class BuiltInCaseTests
{
    private const string Constructs = "constructs/";

    private static readonly PolicyEvaluator Evaluator = new(AliasTable.Published);

    private static readonly PolicyEvaluator Lenient = new(AliasTable.Published, UnknownAliasHandling.ReadAsPath);

    private static readonly string[] Folders = ["Container Apps", "Monitoring", "Resilience"];

    private static readonly string Folder = Path.Combine(CaseFile.Folder, "builtins");

    private static readonly Lazy<Dictionary<string, IReadOnlyList<PolicyCase>>> Read = new(() => Directory.GetFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .ToDictionary(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/'), ReadFile));

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<PolicyCase>>> Own => Read.Value.Where(entry => !entry.Key.StartsWith(Constructs, StringComparison.Ordinal));

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var (file, cases) in Read.Value.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            foreach (var item in cases) data.Add(file, item.Note);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Built_in_gives_what_its_text_says(string file, string note)
    {
        var item = Read.Value[file].Single(candidate => candidate.Note == note);
        var definition = PolicyParser.ParseDefinition(new SourceText(file, item.Policy.ToString())).Value;
        Assert.NotNull(definition);

        var evaluator = file.StartsWith(Constructs, StringComparison.Ordinal) ? Lenient : Evaluator;
        var result = evaluator.Evaluate(definition, item.Input());

        var actual = new JObject(item.Want.Properties().Select(wanted => new JProperty(wanted.Name, Render(result, wanted.Name))));
        Assert.Equal(item.Want.ToString(), actual.ToString());
    }

    [Fact]
    public void Every_definition_for_Microsoft_App_has_at_least_ten_cases_and_every_effect()
    {
        var targets = BuiltInCorpus.All.Where(item => RuleReadings.Of(item.Definition.If, item.Definition).Fields.GetValueOrDefault("type")?
            .Any(type => type.ToString().Contains("Microsoft.App/", StringComparison.OrdinalIgnoreCase)) == true);

        Assert.Equal(Own.Select(entry => entry.Key).Order(StringComparer.Ordinal), targets.Select(item => Path.GetFileNameWithoutExtension(item.File)).Order(StringComparer.Ordinal));
        Assert.All(Own, entry => Assert.InRange(entry.Value.Count, 10, int.MaxValue));
        Assert.All(Own, entry => Assert.Equal(EffectsAllowed(entry.Key), EffectsUsed(entry.Value)));
    }

    [Fact]
    public void Definitions_of_the_cases_are_those_of_the_corpus()
    {
        foreach (var item in Own.SelectMany(entry => entry.Value.Take(1).Select(first => (entry.Key, first.Policy))))
        {
            var own = PolicyParser.ParseDefinition(new SourceText(item.Key, item.Policy.ToString())).Value;
            var published = Published(item.Key);
            Assert.Equal((published.If, published.Then.ExistenceCondition, published.Mode), (own?.If, own?.Then.ExistenceCondition, own?.Mode));
            Assert.Equal(published.Parameters.Select(parameter => (parameter.Name, parameter.DefaultValue)), own?.Parameters.Select(parameter => (parameter.Name, parameter.DefaultValue)));
        }
    }

    private static PolicyDefinition Published(string file) => BuiltInCorpus.All.Single(item => Folders.Any(folder => item.File == $"{folder}/{file}.json")).Definition;

    private static IEnumerable<string> EffectsAllowed(string file) =>
        Published(file).Parameters.Single(parameter => parameter.Name == "effect").AllowedValues.Select(value => ConditionText.Of(new Operand(value))).Order(StringComparer.Ordinal);

    private static IEnumerable<string> EffectsUsed(IEnumerable<PolicyCase> cases) =>
        cases.Select(item => (string?)item.Want["effect"] ?? "").Where(effect => effect.Length > 0).Distinct().Order(StringComparer.Ordinal);

    private static IReadOnlyList<PolicyCase> ReadFile(string file)
    {
        var stream = new YamlStream();
        using var text = new StreamReader(file);
        stream.Load(text);
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Select(node => BuiltInCase.Read((YamlMappingNode)node))];
    }

    private static JToken Render(EvaluationResult result, string member) => member switch
    {
        "status" => result.Status.ToString(),
        "effect" => result.Effect,
        "related" => result.IfNotExists?.TotalResources ?? -1,
        _ => throw new InvalidOperationException($"A result has no '{member}'."),
    };
}
