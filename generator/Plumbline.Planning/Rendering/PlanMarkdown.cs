using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>
/// A plan as the comment of a pull request or the summary of a run: first what it means in sentences, what takes something away at the top,
/// then the impact, then each change folded. Everything from documents is encoded; the text never passes GitHub's limit, and tells what it left out.
/// </summary>
public static class PlanMarkdown
{
    /// <summary>The first line, by which a later run finds its comment again.</summary>
    public const string Marker = "<!-- plumbline:plan -->";

    /// <summary>The most characters; GitHub takes 65,536 in a comment.</summary>
    public const int MaximumLength = 60_000;

    // What is kept free for the end of the text and the notes about what was left out.
    private const int Reserve = 1_500;
    private const int MostStatements = 60;

    /// <summary>The text; LF, a final newline.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="planFile">The file it was written to, as the command to apply it names it.</param>
    public static string Write(DeploymentPlan plan, string planFile)
    {
        var text = new MarkdownBudget(MaximumLength);
        text.TryAppend($"{Marker}\n### {Title(plan)}\n\n");
        AppendRefusals(text, plan);
        if (!plan.HasChanges) text.TryAppend($"{PlanText.NoChanges(plan)}\n");
        else AppendMeaning(text, plan);
        AppendWarnings(text, plan);
        if (plan is { HasChanges: true, Impact: { } impact }) ImpactMarkdown.Append(text, impact, Reserve);
        if (plan.HasChanges) AppendChanges(text, plan);
        if (plan.HasChanges) text.TryAppend(HowToApply(plan, planFile));
        return text.ToString();
    }

    private static string Title(DeploymentPlan plan) =>
        $"Azure Policy: plan for {MarkdownText.Encode(plan.Environment.Name)}{(plan.Environment.Ring is { } ring ? $", ring {MarkdownText.Encode(ring)}" : string.Empty)}";

    private static void AppendRefusals(MarkdownBudget text, DeploymentPlan plan)
    {
        if (plan.Refusals.IsEmpty) return;
        text.TryAppend("> [!CAUTION]\n> A guard refuses this plan: it cannot be applied as it is.\n");
        var left = text.AppendRows([.. plan.Refusals.Select(refusal => $"> - {MarkdownText.Code(refusal.Code)} {MarkdownText.Encode(refusal.Message)}\n")], MaximumLength * 3 / 4);
        if (left > 0) text.TryAppend($"> - and {CountWords.Of(left, "more refusal")}\n");
        text.TryAppend("\n");
    }

    private static void AppendMeaning(MarkdownBudget text, DeploymentPlan plan)
    {
        var statements = PlanMeaning.Of(plan);
        var taken = statements.Any(statement => statement.TakesAway) ? "What takes something away comes first." : "Nothing is taken away.";
        text.TryAppend($"#### What this means\n\nThis is what applying the plan would change in Azure Policy; nothing has been changed yet. {taken}\n\n");
        foreach (var statement in statements.Take(MostStatements)) text.TryAppend(Bullet(statement), Reserve);
        if (statements.Length > MostStatements) text.TryAppend($"- and {CountWords.Of(statements.Length - MostStatements, "more statement")}: see the changes below\n", Reserve);
        text.TryAppend("\n");
        AppendCounts(text, PlanCounts.Of(plan), plan);
    }

    private static string Bullet(PlanStatement statement)
    {
        var sign = statement.TakesAway ? ":red_circle: " : statement.Style == PlanLineStyle.Warning ? ":warning: " : string.Empty;
        return $"- {sign}**{statement.Verb}** {MarkdownText.Encode(statement.Rest)}\n";
    }

    private static void AppendCounts(MarkdownBudget text, PlanCounts counts, DeploymentPlan plan)
    {
        ImmutableArray<PlanAction> actions = [.. counts.ByAction.Select(one => one.Action)];
        text.TryAppend($"| |{string.Concat(actions.Select(action => $" {action.CountVerb()} |"))}\n|---|{string.Concat(actions.Select(_ => "---:|"))}\n", Reserve);
        foreach (var kind in Enum.GetValues<ArmObjectKind>().Where(kind => counts.Objects.Any(one => one.Kind == kind)))
            text.TryAppend($"| {kind.Noun()}s |{string.Concat(actions.Select(action => $" {Number(counts.Objects.Count(one => one.Kind == kind && one.Action == action))} |"))}\n", Reserve);

        var foreign = plan.Foreign.IsEmpty ? string.Empty : $" {CountWords.Of(plan.Foreign.Length)} of others {(plan.Foreign.Length == 1 ? "is" : "are")} left alone.";
        text.TryAppend($"\n{CountWords.Of(plan.Unchanged, "object")} {(plan.Unchanged == 1 ? "is" : "are")} as declared.{foreign} {MarkdownText.Encode(GuardWords.Of(plan))}\n\n", Reserve);
    }

    private static string Number(int count) => count == 0 ? string.Empty : CountWords.Of(count);

    private static void AppendWarnings(MarkdownBudget text, DeploymentPlan plan)
    {
        if (plan.Warnings.IsEmpty) return;
        text.TryAppend($"{(plan.HasChanges ? string.Empty : "\n")}#### Warnings\n\n");
        var left = text.AppendRows([.. plan.Warnings.Select(warning => $"- {MarkdownText.Code(warning.Code)} {MarkdownText.Encode(warning.Message)}\n")], MaximumLength / 2);
        if (left > 0) text.TryAppend($"- and {CountWords.Of(left, "more warning")}\n");
        text.TryAppend("\n");
    }

    private static void AppendChanges(MarkdownBudget text, DeploymentPlan plan)
    {
        var ordered = plan.Operations.OrderByDescending(operation => operation.Action == PlanAction.Delete || operation.Risk == PlanRisk.Destructive).ToImmutableArray();
        text.TryAppend("#### Changes\n\n", Reserve);
        var left = text.AppendRows([.. ordered.Select(operation => OperationMarkdown.Of(plan, operation))], Reserve);
        if (left > 0) text.TryAppend($"**{CountWords.Of(left)} of {CountWords.Of(plan.Operations.Length)} changes are not shown here, because a comment cannot be longer.** The plan file and the log of the run have them all.\n\n");
    }

    private static string HowToApply(DeploymentPlan plan, string planFile)
    {
        var how = plan.Refusals.IsEmpty
            ? $"Run {MarkdownText.Code($"plumbline apply {planFile}")}. It does exactly the changes above, and nothing when the plan was altered or what it was made from has changed meanwhile. What takes something away is done last, and only when everything else succeeded."
            : "Not as it is: a guard refuses it, see the top.";
        var commit = plan.Header.GitCommit is { } known ? $" from commit {MarkdownText.Code(known)}" : string.Empty;
        return $"#### How to apply\n\n{how}\n\nPlan {MarkdownText.Code(plan.PlanId)}, made by {MarkdownText.Encode(plan.Header.Tool)}{commit}.\n";
    }
}
