namespace Plumbline.Policy.Diagnostics;

/// <content>PLB5001 to PLB5019: reading compliance from Policy Insights.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB5001: the states that were read do not add up to the service's own summary.</summary>
    public static Diagnostic StatesDoNotAddUp(SourceLocation at, string what, int read, int expected) =>
        Warning("PLB5001", at, Fit($"{read} of {expected} ", $"{what} were read; the report is not complete, or the states changed while they were read"), "read again; when it stays so, wait until the evaluation has ended");

    /// <summary>PLB5002: the evaluation did not end in the time given.</summary>
    public static Diagnostic EvaluationStillRunning(SourceLocation at, int minutes) =>
        Warning("PLB5002", at, $"the evaluation has not ended after {minutes} minutes; the states may be older than the deployment", "read compliance again later");

    /// <summary>PLB5003: a compliance state this program does not know.</summary>
    public static Diagnostic UnknownComplianceState(SourceLocation at, string state, int count) =>
        Warning("PLB5003", at, Fit(string.Empty, $"{count} rows have the compliance state '{state}', which is not known; they are kept as 'other:{state}' and counted neither way"), "look the state up in the documentation of Azure Policy");

    /// <summary>PLB5004: there is no state at all for the assignment.</summary>
    public static Diagnostic NoPolicyStates(SourceLocation at, string assignment) =>
        Warning("PLB5004", at, Fit("there are no policy states for ", $"'{assignment}': it was not evaluated yet, or nothing at its scope applies"), "apply the plan, wait for the evaluation, and read again");

    /// <summary>PLB5005: why a resource is not compliant could not be read.</summary>
    public static Diagnostic ReasonsNotRead(SourceLocation at, string resource, string answer) =>
        Warning("PLB5005", at, Fit($"the reasons for '{resource}' could not be read; the report shows its state without them: ", answer));

    /// <summary>PLB5006: an evaluation cannot be started at the scope.</summary>
    public static Diagnostic EvaluationNotPossible(SourceLocation at, string scope) =>
        Information("PLB5006", at, Fit(string.Empty, $"an evaluation can be started for a subscription or resource group only, not at '{scope}'; the states are those of the last cycle"), "start it for the subscriptions below");

    /// <summary>PLB5007: the evaluation ended without success.</summary>
    public static Diagnostic EvaluationFailed(SourceLocation at, string status) =>
        Warning("PLB5007", at, Fit(string.Empty, $"the evaluation ended with the status '{status}'; the states may be older than the deployment"), "start it again");
}
