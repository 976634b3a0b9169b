using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>The functions that a template defines: <c>"functions": [{ "namespace", "members": { name: { parameters, output } } }]</c>.</summary>
internal static class UserFunctions
{
    /// <summary>The function called <c>namespace.name</c>, or null.</summary>
    public static TemplateFunction? Find(PolicyValue functions, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || functions is not ArrayValue spaces) return null;
        var space = spaces.Items.OfType<ObjectValue>().FirstOrDefault(item => item["namespace"] is TextValue text && ResourceIds.Is(text.Value, name[..dot]));
        return space?["members"] is ObjectValue members && members[name[(dot + 1)..]] is ObjectValue member ? Of(name, member) : null;
    }

    private static TemplateFunction Of(string name, ObjectValue member)
    {
        ImmutableArray<string> names =
        [
            .. (member["parameters"] as ArrayValue)?.Items.OfType<ObjectValue>().Select(parameter => parameter["name"]).OfType<TextValue>().Select(text => text.Value) ?? [],
        ];
        var body = (member["output"] as ObjectValue)?["value"] ?? NullValue.Instance;
        return new TemplateFunction(name, [.. names.Select(_ => ArgumentKind.Any)], (arguments, context) => Call(names, body, arguments, (TemplateFrame)context));
    }

    private static PolicyValue Call(ImmutableArray<string> names, PolicyValue body, ImmutableArray<PolicyValue> arguments, TemplateFrame frame)
    {
        var inside = frame.Called(names.Distinct(StringComparer.OrdinalIgnoreCase).Zip(arguments, KeyValuePair.Create)) with { Masks = false };
        return frame.Trace.Deeper(() => TemplateEvaluator.Evaluate(body, inside)) ?? TemplateFailures.TooDeep();
    }
}
