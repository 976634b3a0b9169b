using System.Globalization;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A count over the members of a value.</summary>
internal sealed class CompiledValueCount(Func<string> text, OperandTemplate template, string name, CompiledCondition? where) : CompiledCount(text)
{
    // Azure's limit of the iterations of a value count.
    private const int MaximumIterations = 100;

    /// <summary>The value whose members are counted.</summary>
    public OperandTemplate Template => template;

    /// <summary>What <c>where</c> calls a member.</summary>
    public string Name => name;

    /// <summary>What a member has to satisfy to be counted, or null.</summary>
    public CompiledCondition? Where => where;

    protected override string Path => Text;

    protected override int? Count(EvaluationFrame frame)
    {
        var value = template.Evaluate(frame);
        if (value is FailedValue failed) return Fail(frame, failed.Reason);
        if (value is not ArrayValue array) return 0;
        if (where is null) return array.Items.Length;
        var outer = frame.ValueIterations;
        if (outer * array.Items.Length > MaximumIterations)
        {
            return Fail(frame, string.Create(
                CultureInfo.InvariantCulture, $"the value count iterates {outer * array.Items.Length} times with the value counts around it, more than {MaximumIterations}, the limit of Azure Policy"));
        }

        var total = 0;
        frame.ValueIterations = outer * array.Items.Length;
        foreach (var item in array.Items)
        {
            if (Holds(where, frame, new CountMember(name, item)) is not { } holds) return null;
            if (holds) total++;
        }

        frame.ValueIterations = outer;
        return total;
    }

    private static int? Fail(EvaluationFrame frame, string reason)
    {
        frame.Run.Fail(reason);
        return null;
    }
}
