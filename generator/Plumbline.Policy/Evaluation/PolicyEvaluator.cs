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

    /// <summary>The verdict of a definition on a resource, explained.</summary>
    public EvaluationResult Evaluate(PolicyDefinition definition, EvaluationInput input)
    {
        var unit = UnitOf(definition);
        return EvaluatorOf(unit, Begin(unit, definition, input, new Explanation()), input).Explain(input.Resource);
    }

    /// <summary>The same verdict, explained only where somebody has to be told or to act: what does not apply and what is compliant has neither expressions nor a trace.</summary>
    public EvaluationResult Judge(PolicyDefinition definition, EvaluationInput input)
    {
        var unit = UnitOf(definition);
        var frame = Begin(unit, definition, input, explanation: null);
        var status = EvaluatorOf(unit, frame, input).Verdict(input.Resource);
        var effect = unit.Definition.Effect.NameOn(frame) ?? "";
        return status is EvaluationStatus.NotApplicable or EvaluationStatus.Compliant && effect != EffectNames.Manual
            ? new EvaluationResult(status, effect, [])
            : Evaluate(definition, input);
    }

    private static EvaluationFrame Begin(CompiledUnit unit, PolicyDefinition definition, EvaluationInput input, Explanation? explanation)
    {
        var run = new EvaluationRun(unit.Fields) { Explanation = explanation };
        var frame = new EvaluationFrame(run);
        run.Begin(input.Context, new ParameterValues(definition.Parameters, input.Parameters));
        frame.Begin(input.Resource);
        return frame;
    }

    private static DefinitionEvaluator EvaluatorOf(CompiledUnit unit, EvaluationFrame frame, EvaluationInput input) => new(unit.Definition, frame, input.Related);

    private CompiledUnit UnitOf(PolicyDefinition definition) => compiled.GetValue(definition, source =>
    {
        var fields = new FieldResolver(aliases, unknownAliases, apiVersion);
        return new CompiledUnit(fields, new CompiledDefinition(source, fields, parameters: null));
    });

    private sealed record CompiledUnit(FieldResolver Fields, CompiledDefinition Definition);
}
