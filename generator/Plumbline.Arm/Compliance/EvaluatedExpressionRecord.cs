using System.Text.Json;
using Plumbline.Policy.Values;
using Plumbline.Reporting;

namespace Plumbline.Arm.Compliance;

/// <summary>One member of <c>evaluatedExpressions</c>.</summary>
/// <param name="Holds">Its <c>result</c>, which the service writes as text.</param>
/// <param name="Actual">Its <c>expressionValue</c>; undefined for a missing property, which the service leaves out.</param>
internal sealed record EvaluatedExpressionRecord(bool Holds, string Expression, string Kind, string Path, string Operator, PolicyValue Actual, PolicyValue Target)
{
    private const int MaximumValue = 200;

    private const string Missing = "(missing)";

    private bool IsCount => string.Equals(Kind, "Count", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a member; null when it names no expression or operator.</summary>
    public static EvaluatedExpressionRecord? From(JsonElement record)
    {
        if (PolicyValueReader.FromElement(record) is not ObjectValue item || item["expression"] is not TextValue expression || item["operator"] is not TextValue name) return null;

        var holds = item["result"] is BooleanValue { Value: true } || (item["result"] is TextValue result && string.Equals(result.Value, "true", StringComparison.OrdinalIgnoreCase));
        var path = item["path"] is TextValue { Value.Length: > 0 } text ? text.Value : expression.Value;
        return new(holds, expression.Value, item["expressionKind"] is TextValue kind ? kind.Value : string.Empty, path, name.Value, item["expressionValue"], item["targetValue"]);
    }

    /// <summary>The reason: what is there, and what a compliant resource has there.</summary>
    public ComplianceReason ToReason()
    {
        var actual = Shown(Actual);
        var expected = OperatorPhrase.Expected(Operator, Shown(Target), !Holds);
        return new(Path, Operator, actual, expected, Message(actual, expected));
    }

    private string Message(string actual, string expected) => (IsCount, expected) switch
    {
        (true, "0" or "at most 0" or "less than 1") => $"{actual} {(actual == "1" ? "member" : "members")} of '{Path}' {(actual == "1" ? "violates" : "violate")} the rule",
        (true, _) => $"{actual} members of '{Path}' are as the rule wants, {OperatorPhrase.Demand(expected)}",
        _ => $"'{Path}' is {(actual == Missing ? "missing" : actual)}, {OperatorPhrase.Demand(expected)}",
    };

    private string Shown(PolicyValue value)
    {
        if (value is UndefinedValue) return Missing;

        var safe = IsCount ? value : SecretRedaction.Redact(Path, value);
        if (safe is TextValue { Value: SecretRedaction.Hidden }) return SecretRedaction.Hidden;
        var text = PolicyValueWriter.ToCompactJson(safe);
        return text.Length <= MaximumValue ? text : $"{text.AsSpan(0, MaximumValue - 3)}...";
    }
}
