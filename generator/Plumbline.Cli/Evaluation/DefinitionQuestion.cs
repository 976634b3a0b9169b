using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;

namespace Plumbline.Cli.Evaluation;

/// <summary>Asks the engine about one definition, with the checks that Azure makes before it would evaluate.</summary>
internal static class DefinitionQuestion
{
    /// <summary>The answer.</summary>
    /// <param name="parsed">The definition.</param>
    /// <param name="input">What it is evaluated on; its parameters are those given, not checked yet.</param>
    /// <param name="evaluator">The engine.</param>
    public static EvaluationAnswer Answer(ParseResult<PolicyDefinition> parsed, EvaluationInput input, PolicyEvaluator evaluator)
    {
        if (parsed.Value is not { } definition) return EvaluationAnswer.Invalid(parsed.Diagnostics);
        var at = definition.Location ?? new SourceLocation("definition");
        var binding = ParameterBinder.Bind(definition, input.Parameters, at);
        var problems = evaluator.Problems(definition).Select(problem => DiagnosticCatalog.DefinitionNotEvaluable(at, problem)).ToImmutableArray();
        ImmutableArray<Diagnostic> all = [.. parsed.Diagnostics, .. binding.Diagnostics, .. problems];
        return all.Any(diagnostic => diagnostic.IsError)
            ? EvaluationAnswer.Invalid(all)
            : EvaluationAnswer.Of(evaluator.Evaluate(definition, input with { Parameters = binding.Values }), all);
    }
}
