using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The details of an effect as they are told: every expression evaluated, but for the existence condition and what a deployment evaluates itself.</summary>
internal sealed class CompiledDetails
{
    private readonly ImmutableArray<(string Name, PolicyValue Source, OperandTemplate Template)> members;
    private readonly OperandTemplate? whole;

    private CompiledDetails(OperandTemplate whole) => (this.whole, members, MayFail) = (whole, [], whole.Constant is null or FailedValue);

    private CompiledDetails(ImmutableArray<(string Name, PolicyValue Source, OperandTemplate Template)> members)
    {
        this.members = members;
        MayFail = members.Any(member => member.Template.Constant is null or FailedValue && !Is(member.Name, "deployment"));
    }

    public static CompiledDetails Compile(PolicyValue details, ExpressionSite site) => details is ObjectValue item
        ? new([.. item.Properties.Where(member => !Is(member.Key, "existenceCondition")).Select(member => (member.Key, member.Value, CompileMember(member.Key, member.Value, site)))])
        : new(OperandTemplate.Compile(details, site));

    /// <summary>Whether there is an expression whose failure is one of the details: a deployment that fails is told as written.</summary>
    public bool MayFail { get; }

    /// <summary>The evaluated details, or a <see cref="FailedValue"/>.</summary>
    /// <param name="context">What their expressions read.</param>
    public PolicyValue Evaluate(IFunctionContext context)
    {
        if (whole is not null) return whole.Evaluate(context);
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>(members.Length);
        foreach (var (name, source, template) in members)
        {
            var value = template.Evaluate(context);

            // A deployment that cannot be made up is told as written: it does not decide the verdict.
            if (value is FailedValue && !Is(name, "deployment")) return value;
            values.Add(new(name, value is FailedValue ? source : value));
        }

        return new ObjectValue(values.MoveToImmutable());
    }

    private static OperandTemplate CompileMember(string name, PolicyValue value, ExpressionSite site) =>
        (name.ToUpperInvariant(), value) switch
        {
            ("DEPLOYMENT", ObjectValue deployment) => CompileDeployment(deployment, site),
            ("OPERATIONS", ArrayValue operations) => OperandTemplate.Items([.. operations.Items.Select(operation => CompileOperation(operation, site))]),
            _ => OperandTemplate.Compile(value, site),
        };

    private static OperandTemplate CompileOperation(PolicyValue operation, ExpressionSite site) =>
        operation is ObjectValue item ? ModifyOperationTemplate.Compile(item, site) : OperandTemplate.Compile(operation, site);

    // The template's expressions are for the deployment, with parameters of its own; the values of those parameters are for the rule.
    private static OperandTemplate CompileDeployment(ObjectValue deployment, ExpressionSite site) =>
        OperandTemplate.Members([.. deployment.Properties.Select(member => (
            member.Key,
            Is(member.Key, "properties") && member.Value is ObjectValue properties
                ? OperandTemplate.Members([.. properties.Properties.Select(inner => (
                    inner.Key, Is(inner.Key, "template") ? OperandTemplate.Verbatim(inner.Value) : OperandTemplate.Compile(inner.Value, site)))])
                : OperandTemplate.Compile(member.Value, site)))]);

    private static bool Is(string name, string keyword) => string.Equals(name, keyword, StringComparison.OrdinalIgnoreCase);
}
