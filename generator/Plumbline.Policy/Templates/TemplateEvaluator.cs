using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Evaluates JSON of a template: every text that is an expression, names of properties included, and the loops of properties.</summary>
internal static class TemplateEvaluator
{
    /// <summary>What stands for a text made of a secure value.</summary>
    public const string Mask = "*******";

    /// <summary>The value, or a <see cref="FailedValue"/>. In a body, what only a resource provider knows stays the text of an expression.</summary>
    public static PolicyValue Evaluate(PolicyValue value, TemplateFrame frame)
    {
        if (!frame.Trace.Spend()) return TemplateFailures.TooLarge();
        return value switch
        {
            TextValue text => Text(text.Value, frame),
            ArrayValue array => Array(array, frame),
            ObjectValue item => Object(item, frame),
            UndefinedValue => NullValue.Instance,
            _ => value,
        };
    }

    private static PolicyValue Text(string text, TemplateFrame frame)
    {
        if (!TemplateText.IsExpression(text)) return new TextValue(TemplateText.Unescape(text));
        var parsed = ExpressionParser.ParseTemplate(text);
        if (parsed.Value is not { } expression)
            return new FailedValue($"Unable to parse language expression '{Shortened(text)}': {parsed.Error} (at {parsed.Start + 1})");
        var (value, isSecret) = frame.Trace.Watch(() => Known(expression, text, frame));
        return value switch
        {
            FailedValue failed => isSecret && !failed.IsUnknown && failed.Code is null ? TemplateFailures.Withheld() : failed,
            _ when isSecret && frame.Masks => SecretMask.Of(value, expression),
            _ => value,
        };
    }

    private static PolicyValue Known(Expression expression, string text, TemplateFrame frame)
    {
        var value = ExpressionEvaluator.Evaluate(expression, frame);
        if (value is not FailedValue { IsUnknown: true } || frame.Stage != TemplateStage.Body) return value;
        var (reduced, isSecret) = frame.Trace.Watch(() => ExpressionReducer.Reduce(expression, frame));
        return new TextValue(isSecret ? text : $"[{reduced}]");
    }

    private static PolicyValue Array(ArrayValue array, TemplateFrame frame)
    {
        var items = ImmutableArray.CreateBuilder<PolicyValue>(array.Items.Length);
        foreach (var item in array.Items)
        {
            var value = Evaluate(item, frame);
            if (value is FailedValue) return value;
            items.Add(value);
        }

        return new ArrayValue(items.MoveToImmutable());
    }

    private static PolicyValue Object(ObjectValue item, TemplateFrame frame)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>(item.Properties.Length);
        foreach (var (name, declared) in item.Properties)
        {
            if (name == "copy" && CopyLoop.IsPropertyLoops(declared))
            {
                if (Loops((ArrayValue)declared, frame, properties) is { } failure) return failure;
                continue;
            }

            if (Text(name, frame) is not TextValue key) return Text(name, frame) is FailedValue failed ? failed : new FailedValue($"The name of a property, '{Shortened(name)}', is no string");
            var value = IsInnerTemplate(item, name) ? declared : Evaluate(declared, frame);
            if (value is FailedValue) return value;
            properties.Add(KeyValuePair.Create(key.Value, value));
        }

        return new ObjectValue(properties.ToImmutable());
    }

    // The expressions of a nested template with inner scope are its own.
    private static bool IsInnerTemplate(ObjectValue properties, string name) =>
        name == "template" && properties["expressionEvaluationOptions"] is ObjectValue options && options["scope"] is TextValue scope && ResourceIds.Is(scope.Value, "inner");

    private static FailedValue? Loops(ArrayValue loops, TemplateFrame frame, ImmutableArray<KeyValuePair<string, PolicyValue>>.Builder properties)
    {
        foreach (var loop in loops.Items.OfType<ObjectValue>())
        {
            var value = CopyLoop.Property(loop, frame);
            if (value is FailedValue failed) return failed;
            properties.Add(KeyValuePair.Create((loop["name"] as TextValue)?.Value ?? "", value));
        }

        return null;
    }

    private static string Shortened(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 117), "...");
}
