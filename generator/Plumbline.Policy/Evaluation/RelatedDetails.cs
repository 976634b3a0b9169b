using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The details of an IfNotExists effect: which related resources to look at, and what one of them has to satisfy.</summary>
internal sealed record RelatedDetails(
    OperandTemplate? Type,
    OperandTemplate? Name,
    OperandTemplate? Kind,
    OperandTemplate? ResourceGroupName,
    OperandTemplate? ExistenceScope,
    CompiledCondition? Condition)
{
    public static RelatedDetails? Compile(EffectClause then, ConditionCompiler compiler, Action<string> report)
    {
        if (then.Details is not ObjectValue details) return null;
        return new RelatedDetails(
            Member("type"),
            Member("name"),
            Member("kind"),
            Member("resourceGroupName"),
            Member("existenceScope"),
            then.ExistenceCondition is { } existence ? compiler.Compile(existence) : null);

        OperandTemplate? Member(string name) => details[name] is TextValue text ? OperandTemplate.Compile(text, report) : null;
    }

    /// <summary>What to look for; null when an expression failed, for the reason in the run.</summary>
    public (RelatedResourceQuery Query, string? Kind)? Query(EvaluationRun run, EvaluationScope scope)
    {
        var type = Text(Type, run, scope);
        var query = new RelatedResourceQuery(
            ResourceIdentity.Text(run.Input.Resource, "id") ?? "",
            type ?? "",
            Text(Name, run, scope),
            Text(ResourceGroupName, run, scope),
            string.Equals(Text(ExistenceScope, run, scope), "Subscription", StringComparison.OrdinalIgnoreCase) ? "Subscription" : "ResourceGroup");
        var kind = Text(Kind, run, scope);
        if (string.IsNullOrEmpty(type)) run.Fail("the effect's details have no 'type' of related resources");
        return run.Failure is null ? (query, kind) : null;
    }

    private static string? Text(OperandTemplate? member, EvaluationRun run, EvaluationScope scope)
    {
        switch (member?.Evaluate(scope))
        {
            case TextValue text: return text.Value;
            case FailedValue failed: run.Fail(failed.Reason); return null;
            default: return null;
        }
    }
}
