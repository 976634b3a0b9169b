using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Plumbline.Benchmarks.Samples;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Benchmarks.Micro;

/// <summary>The steps of a scan, one at a time.</summary>
[MemoryDiagnoser]
[InProcess]
public class EngineBenchmarks
{
    private const string Expression = "[toLower(concat(field('location'), '-', string(length(split(field('id'), '/')))))]";

    private readonly byte[] resource = SampleResources.Pool(1)[0];
    private readonly string definition = File.ReadAllText(Checkout.JsonFiles("definitions").First());
    private readonly TemplateEvaluator templates = new(AliasTable.Published);
    private readonly BoundDefinition bound;
    private readonly PolicyRunner runner;
    private readonly EvaluationInput input;

    /// <summary>Reads what the measurements use.</summary>
    public EngineBenchmarks()
    {
        var policies = SamplePolicies.Read();
        bound = policies.Bound[0];
        runner = policies.Compile().CreateRunner(new EvaluationContext(DateTimeOffset.UnixEpoch), RelatedResourceList.Empty);
        input = TemplateEvaluator.Input(ResourceDocument.Parse(resource), ImmutableDictionary<string, PolicyValue>.Empty, new EvaluationContext(DateTimeOffset.UnixEpoch));
    }

    /// <summary>One resource into its index of tokens.</summary>
    [Benchmark]
    public ResourceDocument ParseResource() => ResourceDocument.Parse(resource);

    /// <summary>One resource against the whole initiative, parsing included.</summary>
    [Benchmark]
    public int ScanResource() => runner.Run(resource).Count;

    /// <summary>The text of one definition into its syntax tree.</summary>
    [Benchmark]
    public PolicyDefinition? ParseDefinition() => PolicyParser.ParseDefinition(new SourceText("definition.json", definition)).Value;

    /// <summary>One definition with its parameters into a program.</summary>
    [Benchmark]
    public PolicyProgram CompileDefinition() => PolicyProgram.Compile([bound], AliasTable.Published);

    /// <summary>One expression, read and evaluated.</summary>
    [Benchmark]
    public TemplateResult EvaluateExpression() => templates.Evaluate(Expression, input);
}
