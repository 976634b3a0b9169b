using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Where an expression is compiled: what is known there, and where its problems go.</summary>
/// <param name="Report">Receives the problems.</param>
/// <param name="Constants">What expressions without a look at the resource are evaluated with at once; null leaves them for later.</param>
/// <param name="Fields">Where the fields that expressions name are looked up; null where there are none.</param>
/// <param name="Counts">Whether <c>current()</c> with this name, which stands for this field or for none, names a count around the expression; null where nobody knows.</param>
internal sealed record ExpressionSite(Action<string> Report, IFunctionContext? Constants = null, FieldResolver? Fields = null, Func<string, FieldReference?, bool>? Counts = null)
{
    /// <summary>Looks up the fields an expression names, so that they are known when it is evaluated; reports those that do not exist.</summary>
    public void Visit(Expression expression)
    {
        switch (expression)
        {
            case CallExpression call:
                if (Fields is not null && IsReader(call.Name) && call.Arguments is [LiteralExpression { Value: TextValue name }]) Resolve(call.Name, name.Value);
                foreach (var argument in call.Arguments) Visit(argument);
                break;
            case AccessExpression access:
                Visit(access.Target);
                Visit(access.Key);
                break;
        }
    }

    private static bool IsReader(string function) => IsField(function) || string.Equals(function, "current", StringComparison.OrdinalIgnoreCase);

    private static bool IsField(string function) => string.Equals(function, "field", StringComparison.OrdinalIgnoreCase);

    // current('x') may name a value count instead.
    private void Resolve(string function, string name)
    {
        if (Fields?.Resolve(name) is not var (field, problem)) return;
        if (IsField(function) && problem is not null) Report(problem);
        if (!IsField(function) && Counts?.Invoke(name, field) == false) Report($"current('{name}') names no count around it");
    }
}
