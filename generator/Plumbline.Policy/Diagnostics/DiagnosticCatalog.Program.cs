namespace Plumbline.Policy.Diagnostics;

/// <content>PLB9xxx: the program itself: files, command line, workspace.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB9001: a file is missing or unreadable.</summary>
    public static Diagnostic FileUnreadable(SourceLocation at, string reason) =>
        Error("PLB9001", at, $"this file cannot be read: {reason}", "check the path and that the file is UTF-8 text");

    /// <summary>PLB9002: the command was started outside a Plumbline workspace.</summary>
    public static Diagnostic NoWorkspace(SourceLocation at) =>
        Error("PLB9002", at, "no folder from here upwards holds 'generator/catalog' or 'plumbline.yaml'", "change into a Plumbline checkout, or name it with --directory");

    /// <summary>PLB9003: no diagnostic has this code.</summary>
    public static Diagnostic UnknownCode(SourceLocation at, string code, string? nearest) =>
        Error("PLB9003", at, $"there is no diagnostic with the code '{code}'", DidYouMean(nearest) ?? "codes look like PLB1003");

    /// <summary>PLB9004: a command that changes something asks before it does, and nobody can answer.</summary>
    public static Diagnostic ConfirmationNeeded(SourceLocation at, int changes) =>
        Error("PLB9004", at, $"{changes} change(s) wait for a confirmation and no terminal is attached, so nothing was applied", "review the plan, then pass --yes");
}
