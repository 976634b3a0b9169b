using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>One operation, folded: the headline is visible, the difference is inside.</summary>
internal static class OperationMarkdown
{
    /// <summary>The block.</summary>
    public static string Of(DeploymentPlan plan, PlanOperation operation)
    {
        var lines = Lines(plan, operation).Select(MarkdownText.FencedLine).ToList();
        var fence = MarkdownText.Fence(lines);
        var sign = operation.Action == PlanAction.Delete || operation.Risk == PlanRisk.Destructive ? "\U0001F534 " : string.Empty;
        return $"<details><summary>{sign}{MarkdownText.Code(operation.Action.Sign().ToString())} {MarkdownText.Encode(OperationLines.Headline(plan, operation))}</summary>\n\n{fence}diff\n{string.Join('\n', lines)}\n{fence}\n\n</details>\n\n";
    }

    // In a block of differences the first character colours the line: two blanks leave it as it is.
    private static IEnumerable<string> Lines(DeploymentPlan plan, PlanOperation operation)
    {
        var changes = ChangedValues.Of(operation);
        foreach (var fact in OperationLines.Facts(plan, operation)) yield return $"  {fact}";
        foreach (var line in changes.Take(ChangedValues.Most).SelectMany(change => change.Pair())) yield return line;
        if (ChangedValues.Rest(changes.Length) is { } rest) yield return $"  {rest}";
        if (operation.Source is { } source) yield return $"  from {source}";
        yield return $"  id {operation.Id}";
    }
}
