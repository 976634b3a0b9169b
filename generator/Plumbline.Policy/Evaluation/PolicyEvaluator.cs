using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Evaluates policy definitions as Azure Resource Manager does, without a network, and explains its verdicts. Total: whatever the definition and the resource
/// are, there is a result. A definition is compiled when it is first seen and kept as long as it lives. Safe for use by several threads.
/// </summary>
/// <param name="aliases">Where field names are looked up.</param>
/// <param name="unknownAliases">What to do with a field name that is not found.</param>
/// <param name="apiVersion">The api-version of the resources, for aliases whose path differs between versions; null for the default paths.</param>
public sealed class PolicyEvaluator(AliasTable aliases, UnknownAliasHandling unknownAliases = UnknownAliasHandling.Refuse, string? apiVersion = null)
{
    private readonly ConditionalWeakTable<PolicyDefinition, CompiledUnit> compiled = [];

    /// <summary>Why the definition cannot be evaluated, whatever the resource: unknown aliases, expressions that cannot be read. Mostly empty.</summary>
    public ImmutableArray<CompilationProblem> Problems(PolicyDefinition definition) => UnitOf(definition).Definition.Problems;

    /// <summary>The verdict of a definition on a resource.</summary>
    public EvaluationResult Evaluate(PolicyDefinition definition, EvaluationInput input)
    {
        var unit = UnitOf(definition);
        var run = new EvaluationRun(unit.Fields) { Explanation = new Explanation() };
        var frame = new EvaluationFrame(run);
        run.Begin(input.Context, new ParameterValues(definition.Parameters, input.Parameters));
        frame.Begin(input.Resource);
        return new DefinitionEvaluator(unit.Definition, frame, input.Related).Explain(input.Resource);
    }

    private CompiledUnit UnitOf(PolicyDefinition definition) => compiled.GetValue(definition, source =>
    {
        var fields = new FieldResolver(aliases, unknownAliases, apiVersion);
        return new CompiledUnit(fields, new CompiledDefinition(source, fields, parameters: null));
    });

    private sealed record CompiledUnit(FieldResolver Fields, CompiledDefinition Definition);
}
