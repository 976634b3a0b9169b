using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Cli.Evaluation;

/// <summary>Asks the engine about one definition, with the checks that Azure makes before it would evaluate.</summary>
internal static class DefinitionQuestion
{
    /// <summary>The answer.</summary>
    /// <param name="asked">The definition.</param>
    /// <param name="input">What it is evaluated on; its parameters are those given, not checked yet.</param>
    /// <param name="evaluator">The engine.</param>
    public static EvaluationAnswer Answer(QuestionedDefinition asked, EvaluationInput input, PolicyEvaluator evaluator)
    {
        var parsed = asked.Parsed;
        if (parsed.Value is not { } definition) return EvaluationAnswer.Invalid(parsed.Diagnostics);
        var at = definition.Location ?? new SourceLocation("definition");
        var binding = asked.IsBare ? new ParameterBinding(input.Parameters, []) : ParameterBinder.Bind(definition, input.Parameters, at);
        var problems = evaluator.Problems(definition).Select(problem => DiagnosticCatalog.DefinitionNotEvaluable(problem.Location ?? at, problem.Message)).ToImmutableArray();
        ImmutableArray<Diagnostic> all = [.. parsed.Diagnostics, .. binding.Diagnostics, .. problems];
        return all.Any(diagnostic => diagnostic.IsError)
            ? EvaluationAnswer.Invalid(all)
            : EvaluationAnswer.Of(evaluator.Evaluate(definition, input with { Parameters = binding.Values }), all);
    }
}
