using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>Collects what values and the expressions in them consist of.</summary>
internal sealed class ExpressionParts(ImmutableArray<PolicyParameter> parameters)
{
    private const string ResourceId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkWatchers/nw/flowLogs/fl";

    /// <summary>The fields that <c>field()</c> and <c>current()</c> name.</summary>
    public HashSet<string> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Literals, and the values that parameters may have.</summary>
    public HashSet<PolicyValue> Literals { get; } = [];

    /// <summary>Values of the types that the functions around want.</summary>
    public HashSet<PolicyValue> Hints { get; } = [];

    /// <summary>What a field in the expressions may be: an object or a resource id where a function wants one, else any of the literals and hints.</summary>
    public IEnumerable<PolicyValue> Values => Hints.Where(IsDemanded).DefaultIfEmpty(UndefinedValue.Instance).First() is var hint and not UndefinedValue ? [hint] : Literals.Concat(Hints);

    private static bool IsDemanded(PolicyValue hint) => hint is ObjectValue or TextValue { Value: ResourceId };

    public void Add(PolicyValue value)
    {
        switch (value)
        {
            case TextValue text when TemplateText.IsExpression(text.Value):
                if (ExpressionParser.Parse(text.Value).Value is { } expression) Add(expression);
                break;
            case TextValue text: Literals.Add(new TextValue(TemplateText.Unescape(text.Value))); break;
            case ArrayValue array:
                if (array.Items.IsEmpty) Literals.Add(array);
                foreach (var item in array.Items) Add(item);
                break;
            default: Literals.Add(value); break;
        }
    }

    private void Add(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal: Literals.Add(literal.Value); break;
            case AccessExpression access: Add(access.Target); break;
            case CallExpression call: AddCall(call); break;
        }
    }

    private void AddCall(CallExpression call)
    {
        var name = call.Name.ToUpperInvariant();
        var literal = call.Arguments is [LiteralExpression { Value: TextValue text }] ? text.Value : null;
        switch (name)
        {
            case "PARAMETERS" when parameters.FirstOrDefault(item => string.Equals(item.Name, literal, StringComparison.OrdinalIgnoreCase)) is { } parameter:
                foreach (var value in ParameterSamples.Of(parameter)) Add(value);
                break;
            case "FIELD" when literal is not null: Fields.Add(literal); break;
            case "CURRENT" when literal?.Contains('/', StringComparison.Ordinal) == true: Fields.Add(literal); break;
            default:
                if (Hint(name) is { } hint) Hints.Add(hint);
                foreach (var argument in call.Arguments) Add(argument);
                break;
        }
    }

    private static PolicyValue? Hint(string function) => function switch
    {
        "ADDDAYS" or "UTCNOW" => new TextValue("2025-06-20T00:00:00Z"),
        "INT" => new TextValue("7"),
        "IPRANGECONTAINS" => new TextValue("10.0.0.0/24"),
        "SPLIT" or "FIRST" or "LAST" => new TextValue(ResourceId),
        "EMPTY" or "LENGTH" or "REPLACE" or "TOLOWER" => new TextValue("text"),
        "INTERSECTION" => PolicyValueReader.Object(("WorkspaceType", new TextValue("Normal"))),
        _ => null,
    };
}
