using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>An operation of <c>modify</c>: its condition first, and the rest only when the operation is wanted. One that is not stays as written.</summary>
internal sealed class ModifyOperationTemplate : OperandTemplate
{
    private const string ConditionName = "condition";

    private readonly ObjectValue source;
    private readonly OperandTemplate? condition;
    private readonly OperandTemplate members;

    private ModifyOperationTemplate(ObjectValue source, OperandTemplate? condition, OperandTemplate members)
    {
        this.source = source;
        this.condition = condition;
        this.members = members;
    }

    public static ModifyOperationTemplate Compile(ObjectValue operation, ExpressionSite site) => new(
        operation,
        operation[ConditionName] is var given and not UndefinedValue ? Compile(given, site) : null,
        Members([.. operation.Properties.Select(member => (member.Key, IsCondition(member.Key) ? Verbatim(member.Value) : Compile(member.Value, site)))]));

    public override PolicyValue Evaluate(IFunctionContext context)
    {
        if (condition is null) return members.Evaluate(context);
        var wanted = condition.Evaluate(context);
        if (wanted is FailedValue && AsksForRequest() && IsOutsideOfRequest(context)) return members.Evaluate(context);
        if (wanted is FailedValue) return wanted;
        if (wanted is BooleanValue { Value: false }) return With(source, wanted);
        return members.Evaluate(context) is ObjectValue evaluated ? With(evaluated, wanted) : members.Evaluate(context);
    }

    private static ObjectValue With(ObjectValue operation, PolicyValue wanted) =>
        new([.. operation.Properties.Select(member => IsCondition(member.Key) ? new(member.Key, wanted) : member)]);

    // Such a condition asks for the api-version of a request; outside of one it stays as written, and the operation is wanted.
    private bool AsksForRequest() => source[ConditionName] is TextValue text && text.Value.Contains("requestContext", StringComparison.OrdinalIgnoreCase);

    private static bool IsOutsideOfRequest(IFunctionContext context) =>
        context.ContextObject("requestContext") is not ObjectValue request || request["apiVersion"] is UndefinedValue;

    private static bool IsCondition(string name) => string.Equals(name, ConditionName, StringComparison.OrdinalIgnoreCase);
}
