using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A rule's <c>then</c>, compiled.</summary>
internal sealed class CompiledEffect
{
    private readonly OperandTemplate name;

    public CompiledEffect(EffectClause then, ConditionCompiler compiler)
    {
        compiler.At(then.Location);
        name = OperandTemplate.Compile(new TextValue(then.Effect), compiler.Site);
        Kind = then.TypedDetails switch
        {
            ExistenceDetails => EffectDetailsKind.Existence,
            ModifyDetails => EffectDetailsKind.Modify,
            AppendDetails => EffectDetailsKind.Append,
            _ => EffectDetailsKind.Plain,
        };
        if (then.Details is { } details) Details = CompiledDetails.Compile(details, compiler.Site);
        if (then.TypedDetails is ExistenceDetails existence) Related = RelatedDetails.Compile(existence, compiler);
        if (then.TypedDetails is ModifyDetails modify) ReportNotModifiable(modify, compiler.Site);
    }

    public EffectDetailsKind Kind { get; }

    /// <summary>The details, or null when there are none.</summary>
    public CompiledDetails? Details { get; }

    /// <summary>Which related resources an existence effect looks at, or null.</summary>
    public RelatedDetails? Related { get; }

    private static void ReportNotModifiable(ModifyDetails modify, ExpressionSite site)
    {
        foreach (var operation in modify.Operations.Where(operation => site.Fields?.IsNotModifiable(operation.Field) == true))
            site.Report($"'{operation.Field}' is not modifiable, so the effect modify cannot change it");
    }

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
}
