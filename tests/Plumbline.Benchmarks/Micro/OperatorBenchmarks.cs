using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Plumbline.Benchmarks.Samples;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Benchmarks.Micro;

/// <summary>One condition on one resource for each operator, parsing of the resource included.</summary>
[MemoryDiagnoser]
[InProcess]
public class OperatorBenchmarks
{
    private readonly byte[] resource = SampleResources.Pool(1)[0];
    private PolicyRunner? runner;

    /// <summary>The operator and its operand.</summary>
    [Params("equals:\"westeurope\"", "like:\"west*\"", "match:\"????europe\"", "contains:\"europe\"", "in:[\"eastus\",\"northeurope\",\"westeurope\"]", "greater:\"a\"", "exists:true")]
    public string Condition { get; set; } = "";

    /// <summary>Compiles the condition.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var (name, operand) = (Condition.Split(':')[0], Condition[(Condition.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var text = $$$"""{"properties":{"mode":"All","policyRule":{"if":{"field":"location","{{{name}}}":{{{operand}}} },"then":{"effect":"audit"} } } }""";
        var definition = PolicyParser.ParseDefinition(new SourceText("definition.json", text)).Value ?? throw new InvalidOperationException("The condition is not valid.");
        runner = PolicyProgram.Compile([new BoundDefinition(definition, ImmutableDictionary<string, PolicyValue>.Empty)], AliasTable.Published)
            .CreateRunner(new EvaluationContext(DateTimeOffset.UnixEpoch), RelatedResourceList.Empty);
    }

    /// <summary>The verdict.</summary>
    [Benchmark]
    public int Verdict() => runner?.Run(resource).Count ?? 0;
}
