using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Evaluates single template expressions, as a policy rule does.</summary>
/// <param name="aliases">Where <c>field()</c> looks names up.</param>
/// <param name="unknownAliases">What to do with a name that is not found.</param>
public sealed class TemplateEvaluator(AliasTable aliases, UnknownAliasHandling unknownAliases = UnknownAliasHandling.Refuse)
{
    /// <summary>The value of a text: of the expression in its brackets, or the text itself when it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="input">What the expression reads.</param>
    public TemplateResult Evaluate(string text, EvaluationInput input)
    {
        var run = new EvaluationRun(new FieldResolver(aliases, unknownAliases, input.Context.ApiVersion));
        var frame = new EvaluationFrame(run);
        run.Begin(input.Context, new ParameterValues([], input.Parameters));
        frame.Begin(input.Resource);
        var (value, start, length) = TemplateExpression.Evaluate(text, frame);
        return value is FailedValue failed ? new(null, failed.Reason, start, length) : new(value);
    }

    /// <summary>An input for expressions that need little.</summary>
    /// <param name="resource">The resource, or null for an empty one.</param>
    /// <param name="parameters">The parameters, by name without regard to case.</param>
    /// <param name="context">What context functions read.</param>
    public static EvaluationInput Input(ResourceDocument? resource, ImmutableDictionary<string, PolicyValue> parameters, EvaluationContext context) =>
        new(resource ?? ResourceDocument.Of(PolicyValueReader.Object()), parameters, context, RelatedResourceList.Empty);
}

/// <summary>The value of an expression, or why it has none.</summary>
/// <param name="Value">The value; null if and only if there is an <see cref="Error"/>.</param>
/// <param name="Error">What is wrong, as a sentence without a full stop.</param>
/// <param name="Start">Where the error is in the text, from 0.</param>
/// <param name="Length">How long the wrong part is.</param>
public sealed record TemplateResult(PolicyValue? Value, string? Error = null, int Start = 0, int Length = 0);
