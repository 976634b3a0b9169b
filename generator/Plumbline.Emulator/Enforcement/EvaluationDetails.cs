using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>The explanation of a verdict, as denials and policy states carry it.</summary>
internal static class EvaluationDetails
{
    /// <summary><c>{evaluatedExpressions, ifNotExistsDetails?, reason?}</c>.</summary>
    /// <param name="result">The verdict; null when nothing was evaluated.</param>
    /// <param name="reason">The assignment's message for people, or why the evaluation failed; null leaves it out.</param>
    public static ObjectValue Of(EvaluationResult? result, string? reason)
    {
        var members = new List<KeyValuePair<string, PolicyValue>>
        {
            new("evaluatedExpressions", new ArrayValue([.. (result?.Expressions ?? []).Select(Expression)])),
        };
        if (result?.IfNotExists is { } related) members.Add(new("ifNotExistsDetails", IfNotExists(related)));
        if (reason is not null) members.Add(new("reason", new TextValue(reason)));
        return new ObjectValue([.. members]);
    }

    // Results are texts; a missing property leaves expressionValue out; operators are written in capitals' style (NotEquals).
    private static ObjectValue Expression(EvaluatedExpression expression)
    {
        var members = new List<KeyValuePair<string, PolicyValue>>
        {
            new("result", new TextValue(expression.Result ? "True" : "False")),
            new("expressionKind", new TextValue(expression.ExpressionKind)),
            new("expression", new TextValue(expression.Expression)),
            new("path", new TextValue(expression.Path)),
        };
        if (expression.ExpressionValue is not UndefinedValue) members.Add(new("expressionValue", expression.ExpressionValue));
        members.Add(new("targetValue", expression.TargetValue));
        members.Add(new("operator", new TextValue(expression.Operator.ToString())));
        return new ObjectValue([.. members]);
    }

    private static ObjectValue IfNotExists(IfNotExistsDetails details) => PolicyValueReader.Object(
        ("resourceId", details.ResourceId is { } id ? new TextValue(id) : NullValue.Instance),
        ("totalResources", new IntegerValue(details.TotalResources)));
}
