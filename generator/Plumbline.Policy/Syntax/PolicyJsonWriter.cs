using Newtonsoft.Json.Linq;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Turns typed rules back into JSON, with every keyword spelled as Azure documents it. Reading the result gives an equal tree.</summary>
public static class PolicyJsonWriter
{
    /// <summary>The JSON of a condition.</summary>
    public static JObject Write(Condition condition) => condition switch
    {
        AllOfCondition node => new JObject(new JProperty("allOf", new JArray(node.Operands.Select(Write)))),
        AnyOfCondition node => new JObject(new JProperty("anyOf", new JArray(node.Operands.Select(Write)))),
        NotCondition node => new JObject(new JProperty("not", Write(node.Operand))),
        LeafCondition node => new JObject(
            Write(node.Subject),
            new JProperty(OperatorNames.Name(node.Operator), Write(node.Operand))),
        _ => throw new ArgumentException($"Unknown condition '{condition.GetType().Name}'.", nameof(condition)),
    };

    private static JProperty Write(Subject subject) => subject switch
    {
        FieldSubject node => new JProperty("field", node.Field),
        ValueSubject node => new JProperty("value", Write(node.Value)),
        FieldCountSubject node => new JProperty("count", WithWhere([new JProperty("field", node.Field)], node.Where)),
        ValueCountSubject node => new JProperty("count", WithWhere([new JProperty("value", Write(node.Value)), .. Name(node)], node.Where)),
        _ => throw new ArgumentException($"Unknown subject '{subject.GetType().Name}'.", nameof(subject)),
    };

    private static JToken Write(Operand operand) => PolicyValueWriter.ToToken(operand.Literal);

    private static IEnumerable<JProperty> Name(ValueCountSubject count) => count.Name is null ? [] : [new JProperty("name", count.Name)];

    private static JObject WithWhere(IEnumerable<JProperty> members, Condition? where) =>
        where is null ? new JObject(members) : new JObject([.. members, new JProperty("where", Write(where))]);
}
