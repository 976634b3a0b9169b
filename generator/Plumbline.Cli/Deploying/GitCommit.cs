using Plumbline.Cli.Files;

namespace Plumbline.Cli.Deploying;

/// <summary>The commit of a checkout, read from the files of git: no program is started for a line in a header.</summary>
internal static class GitCommit
{
    private const string Reference = "ref: ";

    /// <summary>The commit, or null where there is no repository or it cannot be read this way.</summary>
    public static string? Of(Workspace workspace)
    {
        if (Line(workspace, ".git/HEAD") is not { } head) return null;
        return head.StartsWith(Reference, StringComparison.Ordinal) ? Commit(Line(workspace, $".git/{head[Reference.Length..]}")) : Commit(head);
    }

    private static string? Line(Workspace workspace, string file) => workspace.Read(file)?.Text.Trim();

    private static string? Commit(string? text) => text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigitLower) ? text : null;
}
