using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A verdict and how it came about, for people. The lines hold texts of the resource as they are: whoever prints them encodes them.</summary>
public static class ExplanationText
{
    // What is quoted of a condition or a value, so that a large one does not bury the tree.
    private const int Longest = 160;

    // Values stand in a column of their own, unless conditions are longer than this.
    private const int WidestColumn = 110;

    /// <summary>The lines: the verdict, the conditions that decided it, and with <paramref name="withTree"/> the whole tree.</summary>
    public static IEnumerable<string> Of(EvaluationResult result, bool withTree)
    {
        var lines = new List<string> { Verdict(result) };
        var deciding = DecidingCondition.Of(result);
        lines.AddRange(deciding.Select(condition => $"  {Shortened(result.Matched ? condition.ToString() : Asked(condition.Expression))}"));
        if (result.IfNotExists is { } found) lines.Add($"  {Related(found)}");
        if (result.Details is { } details) lines.Add($"details: {PolicyValueWriter.ToCompactJson(details)}");
        if (result.Resource is { } changed) lines.Add($"changed resource: {PolicyValueWriter.ToCompactJson(changed)}");
        if (!withTree) return lines;
        lines.AddRange([.. Tree("if", result.Trace), .. Tree("existenceCondition", result.ExistenceTrace)]);
        return lines;
    }

    private static string Related(IfNotExistsDetails found) => found.TotalResources == 0
        ? "no related resource was found; expected: one that satisfies the existence condition"
        : $"related resources looked at: {found.TotalResources}{(found.ResourceId is null ? "" : $", the last one {found.ResourceId}")}";

    private static string Verdict(EvaluationResult result) => $"{result.Status}: " + result switch
    {
        { Status: EvaluationStatus.Error } => "the evaluation failed, which is an implicit deny at enforcement",
        { IsApplicable: false, Effect: "Disabled" } => $"the effect is Disabled{(result.Matched ? "; without that the rule would match" : "")}",
        { IsApplicable: false } => "the rule does not apply to the resource",
        { TakesEffect: true } => $"the rule matches, {result.Effect} takes effect",
        { IfNotExists: not null, Matched: false } => $"a related resource satisfies the existence condition, {result.Effect} does not take effect",
        { Matched: true } => $"the rule matches, {result.Effect} does not take effect",
        _ => $"the rule does not match, {result.Effect} does not take effect",
    };

    // Nothing is wrong with a resource that a rule does not match: what the rule looks for is told instead of what is expected.
    private static string Asked(EvaluatedExpression leaf) =>
        $"{DecidingCondition.Subject(leaf)} is {DecidingCondition.Text(leaf.ExpressionValue)}; the condition '{OperatorNames.Name(leaf.Operator)} {DecidingCondition.Text(leaf.TargetValue)}' is {(leaf.Result ? "true" : "false")}";

    private static IEnumerable<string> Tree(string title, TraceNode? root)
    {
        if (root is null) yield break;
        var rows = Rows(root, "").ToList();
        var column = rows.Where(row => row.Value.Length > 0 && row.Condition.Length <= WidestColumn).Select(row => row.Condition.Length).DefaultIfEmpty().Max();
        yield return "";
        yield return title;
        foreach (var (holds, condition, value) in rows)
            yield return $"  {(holds ? '✓' : '✗')} {(value.Length > 0 ? $"{condition.PadRight(column)}  {value}" : condition)}";
    }

    private static IEnumerable<(bool Holds, string Condition, string Value)> Rows(TraceNode node, string indent)
    {
        yield return (node.Result, indent + Shortened(Condition(node)), node.Expression is { } leaf && !IsPlain(leaf) ? Shortened($"is {DecidingCondition.Text(leaf.ExpressionValue)}") : "");
        foreach (var row in node.Children.SelectMany(child => Rows(child, indent + "  "))) yield return row;
    }

    private static string Condition(TraceNode node) => node.Expression is { } leaf
        ? $"{DecidingCondition.Subject(leaf)} {OperatorNames.Name(leaf.Operator)} {DecidingCondition.Text(leaf.TargetValue)}"
        : node.Label;

    // The value of 'equals' that holds stands in the condition already.
    private static bool IsPlain(EvaluatedExpression leaf) => leaf is { Operator: Operator.Equals, Result: true } && leaf.ExpressionValue.Equals(leaf.TargetValue);

    private static string Shortened(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 3), "...");
}
