using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

/// <summary>What came out of a case, member by member in the words of its <c>want</c>. A definition that was refused has only a status.</summary>
internal sealed class CaseResult(EvaluationResult? result)
{
    /// <summary>Members that an <see cref="EvaluationResult"/> does not have yet; a case that wants one is not run.</summary>
    private static readonly string[] Pending = ["applicable", "matched", "details", "resource"];

    private EvaluationResult Result => result ?? throw new InvalidOperationException("The definition was refused: only its status can be wanted.");

    public static bool IsPending(JObject want) => want.Properties().Any(member => Pending.Contains(member.Name));

    /// <summary>The result's members that the case names. Of <c>details</c>, only what the case names inside.</summary>
    public JObject Select(JObject want) => new(want.Properties().Select(wanted => new JProperty(wanted.Name, Shape(Render(wanted.Name), wanted))));

    private JToken? Render(string member) => member switch
    {
        "status" => result is null ? "invalid" : result.Status == EvaluationStatus.Error ? "error" : "ok",
        "applicable" => IsApplicable(Result),
        "matched" => Matched(Result),
        "effect" => EffectThatTakesPlace(Result),
        "effectName" => Result.Effect,
        "compliance" => Result.Status.ToString(),
        "details" => Details(Result),
        "resource" => ChangedResource(Result),
        "holds" => Result.Status switch { EvaluationStatus.NonCompliant => true, EvaluationStatus.Compliant => false, var other => other.ToString() },
        "error" => Result.Error,
        "paths" => new JArray(Result.Expressions.Select(expression => expression.Path)),
        "values" => new JArray(Result.Expressions.Select(expression => PolicyValueWriter.ToCompactJson(expression.ExpressionValue))),
        "results" => new JArray(Result.Expressions.Select(expression => expression.Result)),
        "related" => Result.IfNotExists?.TotalResources.ToString(CultureInfo.InvariantCulture),
        "relatedId" => Result.IfNotExists?.ResourceId,
        _ => throw new InvalidOperationException($"A result has no '{member}'."),
    };

    // A manual definition whose default state is Compliant takes effect too: to be told by Matched.
    private static string? EffectThatTakesPlace(EvaluationResult result) =>
        result.Status is EvaluationStatus.Compliant or EvaluationStatus.NotApplicable ? null : result.Effect;

    private static JToken IsApplicable(EvaluationResult result) => throw new NotSupportedException($"{result.GetType()} has no IsApplicable.");

    private static JToken Matched(EvaluationResult result) => throw new NotSupportedException($"{result.GetType()} has no Matched.");

    private static JToken Details(EvaluationResult result) => throw new NotSupportedException($"{result.GetType()} has no Details.");

    private static JToken ChangedResource(EvaluationResult result) => throw new NotSupportedException($"{result.GetType()} has no Resource.");

    private static JToken? Shape(JToken? actual, JProperty wanted) => wanted.Name switch
    {
        "details" => JsonShape.Within(actual, wanted.Value),
        "resource" => JsonShape.Ordered(actual, wanted.Value),
        _ => actual,
    };
}
