using System.Text.Json;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Evaluation;

/// <summary>Writes how a verdict came about: the deciding conditions and the tree.</summary>
internal static class ExplanationJson
{
    /// <summary>The property <c>explanation</c>: <c>{deciding, if?, existenceCondition?}</c>. What is <c>expected</c> of a deciding condition would have given it the opposite result.</summary>
    public static void WriteProperty(Utf8JsonWriter output, EvaluationResult result)
    {
        output.WriteStartObject("explanation"u8);
        output.WriteStartArray("deciding"u8);
        foreach (var condition in DecidingCondition.Of(result))
        {
            output.WriteStartObject();
            WriteLeaf(output, condition.Expression);
            output.WriteStartObject("expected"u8);
            output.WriteString("operator"u8, OperatorNames.Name(condition.Expected));
            output.WritePropertyName("operand"u8);
            PolicyValueWriter.WriteTo(output, condition.ExpectedOperand);
            output.WriteEndObject();
            output.WriteEndObject();
        }

        output.WriteEndArray();
        WriteTree(output, "if", result.Trace);
        WriteTree(output, "existenceCondition", result.ExistenceTrace);
        output.WriteEndObject();
    }

    private static void WriteTree(Utf8JsonWriter output, string name, TraceNode? root)
    {
        if (root is null) return;
        output.WritePropertyName(name);
        WriteNode(output, root);
    }

    private static void WriteNode(Utf8JsonWriter output, TraceNode node)
    {
        output.WriteStartObject();
        output.WriteString("condition"u8, node.Label);
        output.WriteBoolean("result"u8, node.Result);
        output.WriteBoolean("decisive"u8, node.Decisive);
        if (node.Expression is { } leaf) WriteLeaf(output, leaf);
        if (!node.Children.IsEmpty)
        {
            output.WriteStartArray("operands"u8);
            foreach (var child in node.Children) WriteNode(output, child);
            output.WriteEndArray();
        }

        output.WriteEndObject();
    }

    // A missing property has no value, as opposed to null.
    private static void WriteLeaf(Utf8JsonWriter output, EvaluatedExpression leaf)
    {
        output.WriteString("kind"u8, leaf.ExpressionKind);
        output.WriteString("expression"u8, leaf.Expression);
        output.WriteString("path"u8, leaf.Path);
        if (leaf.ExpressionValue is not UndefinedValue)
        {
            output.WritePropertyName("value"u8);
            PolicyValueWriter.WriteTo(output, leaf.ExpressionValue);
        }

        output.WriteString("operator"u8, OperatorNames.Name(leaf.Operator));
        output.WritePropertyName("operand"u8);
        PolicyValueWriter.WriteTo(output, leaf.TargetValue);
    }
}
