using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

/// <summary>What came out of a case, member by member in the words of its <c>want</c>. A definition that was refused has only a status.</summary>
internal sealed class CaseResult(EvaluationResult? result)
{
    private EvaluationResult Result => result ?? throw new InvalidOperationException("The definition was refused: only its status can be wanted.");

    /// <summary>The result's members that the case names. Of <c>details</c>, only what the case names inside.</summary>
    public JObject Select(JObject want) => new(want.Properties().Select(wanted => new JProperty(wanted.Name, Shape(Render(wanted.Name), wanted))));

    private JToken? Render(string member) => member switch
    {
        "status" => result is null ? "invalid" : result.Status == EvaluationStatus.Error ? "error" : "ok",
        "applicable" => Result.IsApplicable,
        "matched" => Result.Matched,
        "effect" => Result.TakesEffect ? Result.Effect : null,
        "effectName" => Result.Effect,
        "compliance" => Result.Status.ToString(),
        "details" => Token(Result.Details),
        "resource" => Token(Result.Resource),
        "holds" => Result.Status switch { EvaluationStatus.NonCompliant => true, EvaluationStatus.Compliant => false, var other => other.ToString() },
        "error" => Result.Error,
        "paths" => new JArray(Result.Expressions.Select(expression => expression.Path)),
        "values" => new JArray(Result.Expressions.Select(expression => PolicyValueWriter.ToCompactJson(expression.ExpressionValue))),
        "results" => new JArray(Result.Expressions.Select(expression => expression.Result)),
        "related" => Result.IfNotExists?.TotalResources.ToString(CultureInfo.InvariantCulture),
        "relatedId" => Result.IfNotExists?.ResourceId,
        _ => throw new InvalidOperationException($"A result has no '{member}'."),
    };

    private static JToken? Token(PolicyValue? value) => value is null ? null : PolicyValueWriter.ToToken(value);

    private static JToken? Shape(JToken? actual, JProperty wanted) => wanted.Name switch
    {
        "details" => JsonShape.Within(actual, wanted.Value),
        "resource" => JsonShape.Ordered(actual, wanted.Value),
        _ => actual,
    };
}
