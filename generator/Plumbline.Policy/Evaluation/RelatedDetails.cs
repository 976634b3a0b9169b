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
    public static RelatedDetails Compile(ExistenceDetails details, ConditionCompiler compiler)
    {
        return new RelatedDetails(
            Text(details.Type),
            Text(details.Name),
            Text(details.Kind),
            Text(details.ResourceGroupName),
            Text(details.ExistenceScope),
            details.ExistenceCondition is { } existence ? compiler.Compile(existence) : null);

        OperandTemplate? Text(PolicyValue? member) => member is TextValue text ? OperandTemplate.Compile(text, compiler.Site) : null;
    }

    /// <summary>What to look for; null when an expression failed, for the reason in the run.</summary>
    public (RelatedResourceQuery Query, string? Kind)? Query(EvaluationFrame frame) => Query(frame, frame);

    /// <summary>The same with another context for the expressions.</summary>
    public (RelatedResourceQuery Query, string? Kind)? Query(EvaluationFrame frame, IFunctionContext context)
    {
        var type = Text(Type);
        var query = new RelatedResourceQuery(
            ResourceIdentity.Text(frame.Root, "id") ?? "",
            type ?? "",
            Text(Name),
            Text(ResourceGroupName),
            string.Equals(Text(ExistenceScope), "Subscription", StringComparison.OrdinalIgnoreCase) ? "Subscription" : "ResourceGroup");
        var kind = Text(Kind);
        if (string.IsNullOrEmpty(type)) frame.Run.Fail("the effect's details have no 'type' of related resources");
        return frame.Run.Failure is null ? (query, kind) : null;

        string? Text(OperandTemplate? member)
        {
            switch (member?.Evaluate(context))
            {
                case TextValue text: return text.Value;
                case FailedValue failed: frame.Run.Fail(failed.Reason); return null;
                default: return null;
            }
        }
    }
}
