using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;
using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Running;

/// <summary>Loads the policies that test files are about.</summary>
/// <param name="documents">Finds their texts.</param>
internal sealed partial class SubjectLoader(ITestDocuments documents)
{
    private const string InlineRoot = "$.definition";

    /// <summary>The policy; null with errors when it cannot be loaded.</summary>
    /// <param name="file">The test file.</param>
    /// <param name="source">What it says of its policy.</param>
    public ParseResult<TestSubject> Load(string file, PolicySource source)
    {
        if (source is InlinePolicySource inline) return Inline(file, inline);
        var (text, problems) = Text(file, source);
        return text is null ? new(null, problems) : IsInitiative(text) ? Initiative(text) : Definition(text);
    }

    /// <summary>The path in a test file of a path in the definition that is part of it.</summary>
    internal static string InlinePath(string? path) => InlineRoot + (path is { Length: > 0 } ? path[1..] : "");

    private (SourceText? Text, ImmutableArray<Diagnostic> Problems) Text(string file, PolicySource source)
    {
        switch (source)
        {
            case GivenPolicySource given:
                return (given.Text, []);
            case BuiltInSource builtIn:
                var found = documents.Definition(builtIn.Name, file);
                return (found, found is null ? [DiagnosticCatalog.TestedPolicyMissing(builtIn.Location, builtIn.Name, null)] : []);
            default:
                var read = documents.Read(((PolicyFileSource)source).Path, file);
                return (read.Value, [.. read.Diagnostics.Select(problem => problem with { Location = source.Location })]);
        }
    }

    private static ParseResult<TestSubject> Inline(string file, InlinePolicySource inline)
    {
        var places = new YamlLocations(inline.Definition);
        var parsed = PolicyParser.ParseDefinition(new SourceText(file, YamlJson.ToToken(inline.Definition).ToString()));
        ImmutableArray<Diagnostic> problems =
            [.. parsed.Diagnostics.Select(problem => problem with { Location = places.Find(InlinePath(problem.Location.Path)) })];
        if (parsed.Value is not { } definition) return new(null, problems);
        var name = definition.Name.Length > 0 ? definition.Name : file[(file.LastIndexOf('/') + 1)..].Split(".tests.yaml")[0];
        var tested = new TestedDefinition(definition with { Name = name }, new SourceText(file, "")) { Places = places };
        return new(new TestSubject(name, null, [tested]), problems);
    }

    private static ParseResult<TestSubject> Definition(SourceText text)
    {
        var parsed = PolicyParser.ParseDefinition(text);
        if (parsed.Value is not { } definition) return new(null, parsed.Diagnostics);
        var tested = new TestedDefinition(definition, text);
        return new(new TestSubject(tested.Name, null, [tested]), parsed.Diagnostics);
    }

    private ParseResult<TestSubject> Initiative(SourceText text)
    {
        var parsed = PolicyParser.ParseSetDefinition(text with { Text = NamedMember().Replace(text.Text, "\"policyDefinitionId\":") });
        if (parsed.Value is not { } set) return new(null, parsed.Diagnostics);
        var problems = parsed.Diagnostics.ToBuilder();
        var members = ImmutableArray.CreateBuilder<TestedDefinition>();
        foreach (var reference in set.References)
        {
            var id = reference.PolicyDefinitionId;
            var found = documents.Definition(id, text.File);
            if (found is null) problems.Add(DiagnosticCatalog.TestedPolicyMissing(reference.Location ?? new SourceLocation(text.File), id, null));
            if (found is null) continue;
            var definition = PolicyParser.ParseDefinition(found);
            problems.AddRange(definition.Diagnostics);
            if (definition.Value is { } value) members.Add(new TestedDefinition(value, found, reference));
        }

        var isUsable = !problems.Any(problem => problem.IsError);
        return new(isUsable ? new TestSubject(set.Name, set, members.ToImmutable()) : null, problems.ToImmutable());
    }

    private static bool IsInitiative(SourceText text) =>
        PositionedJson.Parse(text).Value is { } root && (Has(root, "policyDefinitions") || (root.GetValue("properties", StringComparison.OrdinalIgnoreCase) is JObject inner && Has(inner, "policyDefinitions")));

    private static bool Has(JObject item, string key) => item.GetValue(key, StringComparison.OrdinalIgnoreCase) is JArray;

    // Enterprise Azure Policy as Code names the members of an initiative that it deploys itself, where Azure has their ids.
    [GeneratedRegex("\"policyDefinitionName\"\\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex NamedMember();
}
