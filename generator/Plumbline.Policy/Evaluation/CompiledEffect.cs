using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A rule's <c>then</c>, compiled.</summary>
internal sealed class CompiledEffect
{
    private readonly OperandTemplate name;

    public CompiledEffect(PolicyDefinition definition, ConditionCompiler compiler)
    {
        var then = definition.Then;
        name = OperandTemplate.Compile(new TextValue(then.Effect), compiler.Site);
        Kind = KindOf(definition);
        if (then.Details is { } details) Details = CompiledDetails.Compile(details, compiler.Site);
        if (Kind == EffectDetailsKind.Existence) Related = RelatedDetails.Compile(then, compiler);
    }

    public EffectDetailsKind Kind { get; }

    /// <summary>The details, or null when there are none.</summary>
    public CompiledDetails? Details { get; }

    /// <summary>Which related resources an existence effect looks at, or null.</summary>
    public RelatedDetails? Related { get; }

    /// <summary>The effect's name: canonical when Azure has it, else as written; null when it cannot be told, for the reason in the run.</summary>
    public string? NameOn(EvaluationFrame frame)
    {
        switch (name.Evaluate(frame))
        {
            case TextValue text: return EffectNames.Canonical(text.Value) ?? text.Value;
            case FailedValue failed: frame.Run.Fail(failed.Reason); return null;
            default: frame.Run.Fail("the effect does not evaluate to a string"); return null;
        }
    }

    // A literal effect says itself what its details are. Of a parameterised one the shape of the details tells, and where that is not clear its default.
    private static EffectDetailsKind KindOf(PolicyDefinition definition)
    {
        var then = definition.Then;
        if (!TemplateText.IsExpression(then.Effect)) return KindOf(then.Effect);
        var hasType = then.ExistenceCondition is not null || (then.Details as ObjectValue)?["type"] is not (null or UndefinedValue);
        var hasOperations = (then.Details as ObjectValue)?["operations"] is not (null or UndefinedValue);
        if (hasType != hasOperations) return hasType ? EffectDetailsKind.Existence : EffectDetailsKind.Modify;
        var isAppend = then.Details is ArrayValue || (then.Details is ObjectValue item && item["field"] is not UndefinedValue && item["value"] is not UndefinedValue);
        return isAppend ? EffectDetailsKind.Append : KindOf(DefaultOf(definition));
    }

    private static EffectDetailsKind KindOf(string effect) => EffectNames.Canonical(effect) switch
    {
        EffectNames.AuditIfNotExists or EffectNames.DeployIfNotExists => EffectDetailsKind.Existence,
        EffectNames.Modify => EffectDetailsKind.Modify,
        EffectNames.Append => EffectDetailsKind.Append,
        _ => EffectDetailsKind.Plain,
    };

    private static string DefaultOf(PolicyDefinition definition) =>
        ExpressionParser.Parse(definition.Then.Effect).Value is CallExpression { Arguments: [LiteralExpression { Value: TextValue parameter }] } call
        && string.Equals(call.Name, "parameters", StringComparison.OrdinalIgnoreCase)
        && definition.Parameters.FirstOrDefault(item => string.Equals(item.Name, parameter.Value, StringComparison.OrdinalIgnoreCase)) is { DefaultValue: TextValue value }
            ? value.Value
            : "";
}
