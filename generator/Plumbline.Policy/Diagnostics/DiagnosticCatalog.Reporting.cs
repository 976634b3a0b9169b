using System.Globalization;

namespace Plumbline.Policy.Diagnostics;

// PLB5500-5999: reports.
public static partial class DiagnosticCatalog
{
    /// <summary>PLB5501: fewer or more states were read than Azure says there are.</summary>
    public static Diagnostic StatesIncomplete(SourceLocation at, int read, int expected) => Warning(
        "PLB5501",
        at,
        string.Create(CultureInfo.InvariantCulture, $"{Counted(read, "policy state")} read, but the summary counts {expected}; the report's numbers are incomplete"),
        "read again when no evaluation is running, with an identity that can read policy states of the whole scope");

    /// <summary>PLB5502: there are states of a policy that the baseline does not list.</summary>
    public static Diagnostic PolicyNotInBaseline(SourceLocation at, string referenceId, int resources) => Warning(
        "PLB5502",
        at,
        string.Create(CultureInfo.InvariantCulture, $"the baseline has no policy '{Short(referenceId)}', but {Counted(resources, "resource")} {(resources == 1 ? "has" : "have")} a state for it; it is shown under other policies"),
        "deploy the current initiative, or report with the catalog the assigned initiative was generated from");

    /// <summary>PLB5503: a compliance state that this version does not know.</summary>
    public static Diagnostic StateWordUnknown(SourceLocation at, string word, int rows) => Warning(
        "PLB5503",
        at,
        string.Create(CultureInfo.InvariantCulture, $"compliance state '{Short(word)}' is not known ({Counted(rows, "row")}); it is counted as other, and a control that has it cannot pass"),
        "update Plumbline");

    /// <summary>PLB5504: an assigned policy has no state.</summary>
    public static Diagnostic PolicyWithoutStates(SourceLocation at, string referenceId) => Information(
        "PLB5504",
        at,
        $"policy '{Short(referenceId)}' has no state; it is reported as not evaluated, not as passed",
        "nothing to do when no resource of its type exists; else check that its effect is not Disabled and start an evaluation");

    /// <summary>PLB5505: states were evaluated long ago.</summary>
    public static Diagnostic StatesStale(SourceLocation at, int rows, int hours) => Warning(
        "PLB5505",
        at,
        string.Create(CultureInfo.InvariantCulture, $"{Counted(rows, "policy state")} older than {hours} hours; resources may have changed since"),
        "start an evaluation and read again");

    private static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Short(string words) => words.Length <= 80 ? words : $"{words[..77]}...";
}
