using Plumbline.Cli.Evaluation;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Rendering;

/// <summary>A verdict and how it came about, for a terminal.</summary>
internal static class ExplanationText
{
    // What is quoted of a value, so that a large one does not bury the tree.
    private const int LongestValue = 120;

    /// <summary>The lines: the verdict, the conditions that decided it, and with <paramref name="withTree"/> the whole tree.</summary>
    public static IEnumerable<string> Of(EvaluationAnswer answer, bool withTree)
    {
        if (answer.Result is not { } result) return ["invalid: the definition or its parameters are wrong"];
        var lines = new List<string> { Verdict(result) };
        var deciding = DecidingCondition.Of(result.Trace).AddRange(DecidingCondition.Of(result.ExistenceTrace));
        lines.AddRange(deciding.Select(condition => $"  {Shortened(condition.ToString())}"));
        if (result.IfNotExists is { } found) lines.Add($"  related resources looked at: {found.TotalResources}{(found.ResourceId is null ? "" : $", the last one {found.ResourceId}")}");
        if (result.Details is { } details) lines.Add($"details: {PolicyValueWriter.ToCompactJson(details)}");
        if (result.Resource is { } changed) lines.Add($"changed resource: {PolicyValueWriter.ToCompactJson(changed)}");
        if (!withTree) return lines;
        if (result.Trace is { } tree) lines.AddRange(["", "if", .. Tree(tree, "")]);
        if (result.ExistenceTrace is { } existence) lines.AddRange(["", "existenceCondition", .. Tree(existence, "")]);
        return lines;
    }

    private static string Verdict(EvaluationResult result)
    {
        var effect = result.TakesEffect ? $", {result.Effect} takes effect" : result.Effect.Length > 0 ? $", {result.Effect} does not take effect" : "";
        return $"{result.Status}: the rule {(result.Matched ? "matches" : result.IsApplicable ? "does not match" : "does not apply")}{effect}";
    }

    private static IEnumerable<string> Tree(TraceNode node, string indent)
    {
        yield return $"{indent}{(node.Result ? "true " : "false")} {(node.Decisive ? "*" : " ")} {Shortened(node.Label)}{Value(node)}";
        foreach (var line in node.Children.SelectMany(child => Tree(child, indent + "  "))) yield return line;
    }

    private static string Value(TraceNode node)
    {
        if (node.Expression is not { } expression) return "";
        var value = expression.ExpressionValue is UndefinedValue ? "missing" : PolicyValueWriter.ToCompactJson(expression.ExpressionValue);
        return Shortened($"   {expression.Path} = {value}, operand {PolicyValueWriter.ToCompactJson(expression.TargetValue)}");
    }

    private static string Shortened(string text) => text.Length <= 2 * LongestValue ? text : string.Concat(text.AsSpan(0, (2 * LongestValue) - 3), "...");
}
