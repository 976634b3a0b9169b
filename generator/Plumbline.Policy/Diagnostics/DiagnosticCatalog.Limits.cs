namespace Plumbline.Policy.Diagnostics;

/// <content>PLB35xx: limits of Azure Policy.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB3501: a policy document exceeds a limit of Azure Policy.</summary>
    public static Diagnostic LimitExceeded(SourceLocation at, string what, int count, int maximum) =>
        Error("PLB3501", at, $"{count} {what} are more than the {maximum} that Azure allows; it would refuse the document", "shorten or split it");
}
