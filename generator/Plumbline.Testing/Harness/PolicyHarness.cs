using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Harness;

/// <summary>
/// A definition or an initiative for tests that are written in code: evaluates it on resources, all given as JSON texts. Immutable; each <c>With</c> method
/// answers a harness that differs in one thing.
/// </summary>
/// <remarks>What is wrong with a text is a mistake of the test: an <see cref="ArgumentException"/> that names it.</remarks>
public sealed class PolicyHarness
{
    private static readonly SourceLocation At = new("harness");

    private readonly TestSubject subject;
    private readonly PolicyAsker asker;
    private readonly PolicyTest test;
    private readonly ImmutableArray<ObjectValue> related;

    private PolicyHarness(TestSubject subject, PolicyAsker asker, PolicyTest test, ImmutableArray<ObjectValue> related)
    {
        this.subject = subject;
        this.asker = asker;
        this.test = test;
        this.related = related;
    }

    /// <summary>The name of the definition or initiative.</summary>
    public string Name => subject.Name;

    /// <summary>Loads a definition, or an initiative with the definitions that it refers to by name.</summary>
    /// <param name="policy">The JSON text, wrapped in <c>{name, type, properties}</c> or not.</param>
    /// <param name="definitions">The JSON texts of an initiative's definitions.</param>
    /// <exception cref="ArgumentException">A text cannot be read, or a definition is missing.</exception>
    public static PolicyHarness Load(string policy, params IEnumerable<string> definitions)
    {
        var loaded = new SubjectLoader(new GivenDocuments([.. definitions])).Load("harness", new GivenPolicySource(new SourceText("policy", policy), At));
        var subject = loaded.Value ?? throw new ArgumentException(Text(loaded.Diagnostics), nameof(policy));
        var empty = PolicyValueReader.Object();
        var parameters = ImmutableDictionary<string, PolicyValue>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);
        var expectation = new Expectation(null, new Generation.Yaml.YamlMapping([], At));
        var test = new PolicyTest("", new InlineResource(empty, At), [], parameters, [], empty, null, WriteRequest.None, expectation, At);
        return new PolicyHarness(subject, new PolicyAsker(AliasTable.Published, UnknownAliasHandling.Refuse), test, []);
    }

    /// <summary>The same with values of parameters, added to those given before.</summary>
    /// <param name="parameters">A JSON object, such as <c>{ "effect": "Deny" }</c>.</param>
    public PolicyHarness WithParameters(string parameters) =>
        With(test with { Parameters = test.Parameters.SetItems(Read(parameters, nameof(parameters)).Properties) }, related);

    /// <summary>The same with what context functions answer.</summary>
    /// <param name="context">A JSON object with <c>subscription</c>, <c>resourceGroup</c>, <c>requestContext</c>, <c>policy</c> or <c>utcNow</c>.</param>
    public PolicyHarness WithContext(string context) => With(test with { Context = Read(context, nameof(context)) }, related);

    /// <summary>The same with resources beside the one that is evaluated, added to those given before.</summary>
    /// <param name="resources">JSON objects.</param>
    public PolicyHarness WithRelated(params IEnumerable<string> resources) => With(test, [.. related, .. resources.Select(resource => Read(resource, nameof(resources)))]);

    /// <summary>The same for resources of an api-version, whose paths aliases then have.</summary>
    public PolicyHarness WithApiVersion(string apiVersion) => With(test with { ApiVersion = apiVersion }, related);

    /// <summary>The same for a request that writes the resource, rather than for one that is there.</summary>
    public PolicyHarness AsWrite() => With(test with { Write = WriteRequest.Put }, related);

    /// <summary>What the policy says of a resource.</summary>
    /// <param name="resource">The JSON text of the resource, as Azure Resource Manager returns it.</param>
    /// <exception cref="ArgumentException">The resource is not a JSON object, a parameter is wrong, or the policy cannot be evaluated.</exception>
    public PolicyVerdictAssertions Evaluate(string resource)
    {
        var asked = asker.Ask(subject, test, Read(resource, nameof(resource)), related);
        return new PolicyVerdictAssertions(asked.Value ?? throw new ArgumentException(Text(asked.Diagnostics), nameof(resource)));
    }

    internal static ObjectValue Read(string json, string parameter)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ResourceDocument.MaximumDepth });
            return PolicyValueReader.FromElement(document.RootElement) as ObjectValue ?? throw new ArgumentException("The text is not a JSON object.", parameter);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException(exception.Message, parameter, exception);
        }
    }

    private PolicyHarness With(PolicyTest changed, ImmutableArray<ObjectValue> beside) => new(subject, asker, changed, beside);

    private static string Text(ImmutableArray<Diagnostic> problems)
    {
        var text = new StringBuilder();
        foreach (var problem in problems.Where(problem => problem.IsError)) text.Append(problem.Location.File).Append(": ").Append(problem.Code).Append(": ").Append(problem.Message).Append('\n');
        return text.ToString().TrimEnd();
    }
}
