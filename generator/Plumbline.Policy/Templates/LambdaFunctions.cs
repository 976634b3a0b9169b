using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Templates;

/// <summary>Functions that take a function: <c>map(createArray(1), lambda('x', add(lambdaVariables('x'), 1)))</c>.</summary>
internal static class LambdaFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("lambdaVariables", [Text], (arguments, context) => ((TemplateFrame)context).Locals.GetValueOrDefault(ValueKinds.Text(arguments[0]))
            ?? new FailedValue($"The lambda variable {ValueDescription.Of(arguments[0])} is not found")) { AnswersPart = true },
        Over("map", ArgumentKind.Array, (items, apply) => Each(items, (item, index) => apply([item, index]))),
        Over("filter", ArgumentKind.Array, Filter),
        Over("sort", ArgumentKind.Array, LambdaSort.Sort),
        Over("groupBy", ArgumentKind.Array, (items, apply) => Group(items, item => apply([item]))),
        Over("mapValues", ArgumentKind.Object, MapValues),
        new("toObject", [ArgumentKind.Array, Any, Any], Body: null) { Minimum = 2, Lazy = ToObject },
        new("reduce", [ArgumentKind.Array, Any, Any], Body: null) { Lazy = Reduce },
    ];

    private static TemplateFunction Over(string name, ArgumentKind kind, Func<PolicyValue, Func<PolicyValue[], PolicyValue>, PolicyValue> body) =>
        new(name, [kind, Any], Body: null) { Lazy = (arguments, context) => Source(name, kind, arguments, context) is var source && source is FailedValue ? source : body(source, Lambda(name, arguments[1], context)) };

    private static PolicyValue Source(string name, ArgumentKind kind, ImmutableArray<Expression> arguments, IFunctionContext context)
    {
        var source = ExpressionEvaluator.Evaluate(arguments[0], context);
        return source is FailedValue || (ValueKinds.KindOf(source) & kind) != 0
            ? source
            : new FailedValue($"{name}() takes {ValueDescription.Of(kind)} as argument 1, not {ValueDescription.Of(source)}");
    }

    private static Func<PolicyValue[], PolicyValue> Lambda(string name, Expression expression, IFunctionContext context)
    {
        if (expression is not CallExpression { Arguments.Length: > 0 } call || !ResourceIds.Is(call.Name, "lambda") || call.Arguments[..^1].Any(argument => argument is not LiteralExpression { Value: TextValue }))
            return _ => new FailedValue($"{name}() takes a lambda as its last argument");
        var names = call.Arguments[..^1].OfType<LiteralExpression>().Select(argument => ValueKinds.Text(argument.Value)).ToList();
        var frame = (TemplateFrame)context;
        return values => frame.Trace.Spend()
            ? ExpressionEvaluator.Evaluate(call.Arguments[^1], frame with { Locals = frame.Locals.SetItems(names.Zip(values, KeyValuePair.Create)) })
            : TemplateFailures.TooLarge();
    }

    private static PolicyValue Each(PolicyValue items, Func<PolicyValue, PolicyValue, PolicyValue> apply)
    {
        var results = ImmutableArray.CreateBuilder<PolicyValue>();
        foreach (var item in ((ArrayValue)items).Items)
        {
            var result = apply(item, new IntegerValue(results.Count));
            if (result is FailedValue) return result;
            results.Add(result);
        }

        return new ArrayValue(results.ToImmutable());
    }

    private static PolicyValue Filter(PolicyValue items, Func<PolicyValue[], PolicyValue> apply)
    {
        var verdicts = Each(items, (item, index) => apply([item, index]));
        if (verdicts is not ArrayValue known) return verdicts;
        return known.Items.FirstOrDefault(verdict => verdict is not BooleanValue) is { } other
            ? new FailedValue($"The lambda of filter() answers a boolean, not {ValueDescription.Of(other)}")
            : new ArrayValue([.. ((ArrayValue)items).Items.Where((_, index) => known.Items[index] is BooleanValue { Value: true })]);
    }

    private static PolicyValue Group(PolicyValue items, Func<PolicyValue, PolicyValue> keyOf)
    {
        var groups = new List<(string Key, ImmutableArray<PolicyValue>.Builder Items)>();
        foreach (var item in ((ArrayValue)items).Items)
        {
            var key = keyOf(item);
            if (key is FailedValue) return key;
            if (key is not TextValue text) return new FailedValue($"The lambda of groupBy() answers a string, not {ValueDescription.Of(key)}");
            var group = groups.Find(found => found.Key == text.Value);
            if (group.Items is null) groups.Add(group = (text.Value, ImmutableArray.CreateBuilder<PolicyValue>()));
            group.Items.Add(item);
        }

        return new ObjectValue([.. groups.Select(group => KeyValuePair.Create(group.Key, (PolicyValue)new ArrayValue(group.Items.ToImmutable())))]);
    }

    private static PolicyValue MapValues(PolicyValue source, Func<PolicyValue[], PolicyValue> apply)
    {
        var item = (ObjectValue)source;
        var values = Each(new ArrayValue([.. item.Properties.Select(property => property.Value)]), (value, _) => apply([value]));
        return values is ArrayValue known ? new ObjectValue([.. item.Properties.Select((property, index) => KeyValuePair.Create(property.Key, known.Items[index]))]) : values;
    }

    private static PolicyValue ToObject(ImmutableArray<Expression> arguments, IFunctionContext context)
    {
        var source = Source("toObject", ArgumentKind.Array, arguments, context);
        if (source is FailedValue) return source;
        var keys = Each(source, (item, _) => Lambda("toObject", arguments[1], context)([item]));
        var values = arguments.Length > 2 ? Each(source, (item, _) => Lambda("toObject", arguments[2], context)([item])) : source;
        if (keys is not ArrayValue names) return keys;
        if (values is not ArrayValue members) return values;
        if (names.Items.FirstOrDefault(key => key is not TextValue) is { } other) return new FailedValue($"The lambda of toObject() answers a string, not {ValueDescription.Of(other)}");
        var made = new Dictionary<string, PolicyValue>(StringComparer.Ordinal);
        for (var index = 0; index < names.Items.Length; index++) made[ValueKinds.Text(names.Items[index])] = members.Items[index];
        return new ObjectValue([.. made]);
    }

    private static PolicyValue Reduce(ImmutableArray<Expression> arguments, IFunctionContext context)
    {
        var source = Source("reduce", ArgumentKind.Array, arguments, context);
        if (source is not ArrayValue items) return source;
        var result = ExpressionEvaluator.Evaluate(arguments[1], context);
        var apply = Lambda("reduce", arguments[2], context);
        for (var index = 0; index < items.Items.Length && result is not FailedValue; index++) result = apply([result, items.Items[index], new IntegerValue(index)]);
        return result;
    }
}
