using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>Counts what Azure limits in a rule: Azure Policy documentation, "Policy rule limits".</summary>
internal sealed class RuleTally
{
    private const int MaximumConditions = 4096;
    private const int MaximumThenConditions = 128;
    private const int MaximumFunctions = 2048;
    private const int MaximumFieldCounts = 5;
    private const int MaximumValueCounts = 10;

    private readonly Dictionary<string, (int Count, SourceLocation? Excess)> fieldCounts = new(StringComparer.OrdinalIgnoreCase);
    private (int Count, SourceLocation? Excess) valueCounts;
    private int conditions;
    private int conditionsOfIf;

    /// <summary>Counts a leaf; false when the rule has so many that it is refused, and no more of them need be kept.</summary>
    public bool AddCondition() => ++conditions <= MaximumConditions + MaximumThenConditions;

    /// <summary>From now on leaves belong to <c>then</c>.</summary>
    public void EndIf() => conditionsOfIf = conditions;

    /// <summary>Counts a count of an array's members.</summary>
    public void AddFieldCount(string field, Func<SourceLocation> at)
    {
        var (count, excess) = fieldCounts.GetValueOrDefault(field);
        fieldCounts[field] = (count + 1, count == MaximumFieldCounts ? at() : excess);
    }

    /// <summary>Counts a count of a value's members.</summary>
    public void AddValueCount(Func<SourceLocation> at) =>
        valueCounts = (valueCounts.Count + 1, valueCounts.Count == MaximumValueCounts ? at() : valueCounts.Excess);

    /// <summary>The limits that the rule exceeds.</summary>
    /// <param name="rule">Where the rule is.</param>
    /// <param name="functions">How many function calls it has.</param>
    public IEnumerable<Diagnostic> Exceeded(SourceLocation rule, int functions)
    {
        if (conditionsOfIf > MaximumConditions) yield return DiagnosticCatalog.LimitExceeded(rule, "conditions in 'if'", conditionsOfIf, MaximumConditions);
        if (conditions - conditionsOfIf > MaximumThenConditions)
            yield return DiagnosticCatalog.LimitExceeded(rule, "conditions in 'then'", conditions - conditionsOfIf, MaximumThenConditions);
        if (functions > MaximumFunctions) yield return DiagnosticCatalog.LimitExceeded(rule, "function calls", functions, MaximumFunctions);
        if (valueCounts.Excess is { } value) yield return DiagnosticCatalog.LimitExceeded(value, "value counts in the rule", valueCounts.Count, MaximumValueCounts);
        foreach (var (field, (count, excess)) in fieldCounts)
        {
            if (excess is not null) yield return DiagnosticCatalog.LimitExceeded(excess, $"counts of '{DiagnosticCatalog.Shortened(field)}'", count, MaximumFieldCounts);
        }
    }
}
