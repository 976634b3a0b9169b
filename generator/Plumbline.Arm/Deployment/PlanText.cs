using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Deployment;

/// <summary>One line of a plan, for a renderer to colour by its symbol.</summary>
/// <param name="Symbol"><c>+</c> create, <c>~</c> change, <c>=</c> unchanged, <c>?</c> orphan, <c>-</c> delete, blank for the summary.</param>
/// <param name="Indent">0 for an object, 1 for a property of it.</param>
/// <param name="Text">The line without symbol and indentation; may hold text from the endpoint, so encode it for a terminal.</param>
public sealed record PlanLine(char Symbol, int Indent, string Text)
{
    /// <summary>The whole line.</summary>
    public override string ToString() => Symbol == ' ' ? Text : $"{new string(' ', Indent * 4)}{Symbol} {Text}";
}

/// <summary>Writes a plan as lines: the same plan gives the same lines.</summary>
public static class PlanText
{
    private const int MaximumValue = 100;

    /// <summary>A line an object, a line a different property, and a summary.</summary>
    public static ImmutableArray<PlanLine> Lines(DeploymentPlan plan) => [.. plan.Changes.SelectMany(Lines), new PlanLine(' ', 0, Summary(plan))];

    private static IEnumerable<PlanLine> Lines(PlannedChange change) =>
        change.Differences.Select(Line).Prepend(new PlanLine(Symbol(change.Action), 0, $"{change.Kind.TypeName()}/{change.Name}{Remark(change.Action)}"));

    private static PlanLine Line(PropertyDifference difference) => (difference.Before, difference.After) switch
    {
        (UndefinedValue, var after) => new('+', 1, $"{difference.Path}: {Text(after)}"),
        (var before, UndefinedValue) => new('-', 1, $"{difference.Path}: {Text(before)}"),
        var (before, after) => new('~', 1, $"{difference.Path}: {Text(before)} -> {Text(after)}"),
    };

    private static char Symbol(ChangeAction action) => action switch
    {
        ChangeAction.Create => '+',
        ChangeAction.Update => '~',
        ChangeAction.NoChange => '=',
        ChangeAction.Orphan => '?',
        _ => '-',
    };

    private static string Remark(ChangeAction action) => action == ChangeAction.Orphan ? " (not wanted any more, kept)" : string.Empty;

    private static string Summary(DeploymentPlan plan)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{plan.Count(ChangeAction.Create)} to create, {plan.Count(ChangeAction.Update)} to update, {plan.Count(ChangeAction.NoChange)} unchanged");
        if (plan.Count(ChangeAction.Delete) is > 0 and var deleted) text += $", {deleted.ToString(CultureInfo.InvariantCulture)} to delete";
        if (plan.Count(ChangeAction.Orphan) is > 0 and var orphaned) text += $", {orphaned.ToString(CultureInfo.InvariantCulture)} not wanted any more";
        return text + ".";
    }

    private static string Text(PolicyValue value)
    {
        var text = PolicyValueWriter.ToCompactJson(value);
        return text.Length <= MaximumValue ? text : $"{text.AsSpan(0, MaximumValue - 3)}...";
    }
}
