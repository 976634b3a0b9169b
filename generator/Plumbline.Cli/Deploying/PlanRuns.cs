using System.Globalization;
using Plumbline.Cli.Applying;
using Plumbline.Cli.Files;
using Plumbline.Planning.Files;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Deploying;

/// <summary>
/// The runs of plans: a folder a plan in <c>.plumbline/runs/{environment}</c>, with the plan and a journal a run. What a resumed run or a rollback needs is there, whatever became of
/// the file the plan was applied from.
/// </summary>
internal sealed class PlanRuns(Workspace workspace)
{
    private const string PlanName = "plan.json";

    /// <summary>The journal of the last run of a plan that sent anything, relative to the workspace; null when there is none. A run that was refused as stale has nothing to go on with.</summary>
    public string? LastJournal(DeploymentPlan plan) => Journals(FolderOf(plan)).LastOrDefault(Sent);

    /// <summary>The last plan that was applied to an environment, or null; and where it is.</summary>
    public (SourceText? Source, string Path) LastPlan(string environment)
    {
        var folder = new DirectoryInfo(workspace.PathOf(FolderOf(environment)));
        var last = folder.Exists
            ? folder.EnumerateFiles("journal-*.jsonl", SearchOption.AllDirectories).OrderByDescending(file => file.LastWriteTimeUtc).ThenByDescending(file => file.FullName, StringComparer.Ordinal)
                .FirstOrDefault(file => Sent(Path.GetRelativePath(workspace.Root, file.FullName).Replace(Path.DirectorySeparatorChar, '/')))
            : null;
        var path = $"{FolderOf(environment)}/{last?.Directory?.Name ?? "none"}/{PlanName}";

        // A plan of thousands of objects is larger than a document of a checkout may be.
        return (last is null ? null : LooseFile.Read(workspace.Root, path, out _), path);
    }

    /// <summary>Keeps the plan and begins a journal.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public (FileJournal Journal, string Path) Begin(DeploymentPlan plan)
    {
        var folder = FolderOf(plan);
        workspace.Write($"{folder}/{PlanName}", PlanFile.Write(plan));
        var path = string.Create(CultureInfo.InvariantCulture, $"{folder}/journal-{Journals(folder).Length + 1:000}.jsonl");
        return (FileJournal.Create(workspace.PathOf(path)), path);
    }

    private bool Sent(string journal) =>
        workspace.Read(journal) is { } source && JournalFile.Read(source).Value is { } read && read.Events.Any(item => item.Op is not null);

    private string[] Journals(string folder) => Directory.Exists(workspace.PathOf(folder))
        ? [.. Directory.EnumerateFiles(workspace.PathOf(folder), "journal-*.jsonl").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)]
        : [];

    private static string FolderOf(DeploymentPlan plan) => $"{FolderOf(plan.Environment.Name)}/{plan.PlanId["sha256:".Length..][..16]}";

    private static string FolderOf(string environment) => $".plumbline/runs/{string.Concat(environment.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '_'))}";
}
