using Plumbline.Generation.Catalog;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Shapes;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Testing.Documents;

/// <summary>Reads test files, and finds everything that is wrong in one in one run.</summary>
public static class TestFileReader
{
    /// <summary>The JSON schema of test files, for editors.</summary>
    public static string Schema => CanonicalJsonWriter.Write(JsonSchemaWriter.Write(TestShapes.File, "Plumbline policy tests"));

    /// <summary>Reads a test file.</summary>
    public static ParseResult<TestFile> Read(SourceText source)
    {
        var document = YamlReader.Read(source);
        var problems = new List<Diagnostic>(document.Diagnostics);
        TestFile? file = null;
        if (document.Root is { } root)
        {
            problems.AddRange(ShapeChecker.Check(root, TestShapes.File));
            if (root is YamlMapping mapping && !problems.Exists(problem => problem.IsError)) file = Bind(source.File, mapping, problems);
        }

        var ordered = problems.OrderBy(problem => problem.Location.Span?.Line ?? 0).ThenBy(problem => problem.Location.Span?.Column ?? 0);
        return new(problems.Exists(problem => problem.IsError) ? null : file, [.. ordered]);
    }

    /// <summary>The examples of a policy in a catalog; null when it has none.</summary>
    /// <param name="file">The catalog's file.</param>
    /// <param name="policy">The policy as the catalog has it.</param>
    /// <param name="source">Its definition.</param>
    public static ParseResult<TestFile> ReadExamples(string file, CatalogPolicy policy, PolicySource source)
    {
        var problems = new List<Diagnostic>();
        var tests = new TestBinder(new YamlMapping([], policy.Source.Location), problems).Bind(policy.Source, "examples");
        return new(problems.Exists(problem => problem.IsError) ? null : new TestFile(file, source, tests, []), [.. problems]);
    }

    private static TestFile Bind(string file, YamlMapping root, List<Diagnostic> problems) => new(
        file,
        Policy(root),
        new TestBinder(root, problems).Bind(root, "tests"),
        [.. root.Mappings("unreachable").Select(entry => new UnreachableResult(entry.Text("path"), entry.Text("direction") is "true" or "True" or "TRUE", entry.Text("reason"), entry.Location))]);

    private static PolicySource Policy(YamlMapping root)
    {
        if (root["definition"] is YamlMapping definition) return new InlinePolicySource(definition, definition.Location);
        return root.TextOrNull("builtIn") is { } name
            ? new BuiltInSource(name, root.LocationOf("builtIn"))
            : new PolicyFileSource(root.Text("policy"), root.LocationOf("policy"));
    }
}
