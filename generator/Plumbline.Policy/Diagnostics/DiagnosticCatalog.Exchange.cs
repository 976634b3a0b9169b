using System.Globalization;

namespace Plumbline.Policy.Diagnostics;

/// <content>PLB7001 to PLB7049: export to other tools, and import from them.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB7001: an export leaves something out, because the other tool cannot say it.</summary>
    public static Diagnostic NotExpressible(SourceLocation at, string what, string format, string? help = null) =>
        Warning("PLB7001", at, $"{format} cannot express {Limited(what)}; the export leaves it out", help);

    /// <summary>PLB7002: an export says something in another way.</summary>
    public static Diagnostic ExpressedDifferently(SourceLocation at, string what, string how) =>
        Information("PLB7002", at, $"{Limited(what)}: {how}");

    /// <summary>PLB7003: the other tool refuses a name or a value.</summary>
    public static Diagnostic ExportRefused(SourceLocation at, string what, string reason, string? help = null) =>
        Error("PLB7003", at, $"{Limited(what)} cannot be exported: {reason}", help);

    /// <summary>PLB7004: a value that the other tool requires is not known.</summary>
    public static Diagnostic ExportValueAssumed(SourceLocation at, string what, string assumed, string help) =>
        Warning("PLB7004", at, $"{what} is required and not known; the export has '{assumed}'", help);

    /// <summary>PLB7005: an environment named on the command line has nothing to export.</summary>
    public static Diagnostic NothingToExport(SourceLocation at, string what) =>
        Error("PLB7005", at, $"{what}, so there is nothing to export", "add environments with assignments to plumbline.yaml");

    /// <summary>PLB7010: a key that the import does not use.</summary>
    public static Diagnostic ImportKeyIgnored(SourceLocation at, string key, string? nearest) =>
        Warning("PLB7010", at, $"the key '{Shortened(key)}' is ignored", DidYouMean(nearest));

    /// <summary>PLB7011: a folder is not what it was said to be.</summary>
    public static Diagnostic ImportFolderInvalid(SourceLocation at, string reason) =>
        Error("PLB7011", at, $"this is no folder of definitions of Enterprise Policy as Code: {Limited(reason)}", "name the folder that holds global-settings.jsonc");

    /// <summary>PLB7012: a value is missing or of another kind than the other tool's format says.</summary>
    public static Diagnostic ImportValueInvalid(SourceLocation at, string what, string expected) =>
        Error("PLB7012", at, $"{Limited(what)} has to be {expected}");

    /// <summary>PLB7013: something is understood and has no counterpart.</summary>
    public static Diagnostic NotImported(SourceLocation at, string what, string reason, string? help = null) =>
        Warning("PLB7013", at, $"{Limited(what)} is not imported: {reason}", help);

    /// <summary>PLB7014: an assignment tree does not collapse to assignments.</summary>
    public static Diagnostic AssignmentTreeInvalid(SourceLocation at, string node, string reason) =>
        Error("PLB7014", at, $"the branch '{Limited(node)}' is no assignment: {reason}");

    /// <summary>PLB7015: a column of a parameter file stands there twice.</summary>
    public static Diagnostic ColumnRepeated(SourceLocation at, string column) =>
        Warning("PLB7015", at, $"the column '{Shortened(column)}' stands there again; only the first one is read", "rename or remove one of them");

    /// <summary>PLB7016: a row of a table cannot be used.</summary>
    public static Diagnostic RowIgnored(SourceLocation at, string reason) =>
        Warning("PLB7016", at, $"this row is ignored: {Limited(reason)}");

    /// <summary>PLB7017: a definition or initiative is named that is not there.</summary>
    public static Diagnostic ImportReferenceUnknown(SourceLocation at, string what, string name, string? nearest) =>
        Error("PLB7017", at, $"there is no {what} '{Shortened(name)}' in the folder", DidYouMean(nearest));

    /// <summary>PLB7018: a value that Plumbline requires is not there.</summary>
    public static Diagnostic ImportValueAssumed(SourceLocation at, string what, string assumed) =>
        Warning("PLB7018", at, $"{Limited(what)} is required and not given; the import writes '{assumed}'", "correct it in the written file");

    /// <summary>PLB7019: an import is larger than anything that could be deployed.</summary>
    public static Diagnostic ImportTooLarge(SourceLocation at, string what, int maximum) =>
        Error("PLB7019", at, string.Create(CultureInfo.InvariantCulture, $"there are more than {maximum} {what}; the rest is not read"));

    /// <summary>PLB7020: a file stands where one would be written.</summary>
    public static Diagnostic ExchangeFileExists(SourceLocation at) =>
        Error("PLB7020", at, "this file exists, so nothing was written", "choose another folder with --output, or overwrite with --force");
}
