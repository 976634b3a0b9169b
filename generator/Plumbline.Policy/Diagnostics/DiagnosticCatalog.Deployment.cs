namespace Plumbline.Policy.Diagnostics;

/// <content>PLB4001 to PLB4019: calls to an ARM endpoint. PLB4020 to PLB4029: what is to be deployed.</content>
public static partial class DiagnosticCatalog
{
    private const int MaximumMessage = 300;

    /// <summary>PLB4001: no answer from the endpoint.</summary>
    public static Diagnostic EndpointUnreachable(SourceLocation at, string call, string reason) =>
        Error("PLB4001", at, Fit($"'{call}' got no answer: ", reason), "check the endpoint of the environment and the network; start the emulator when the environment is local");

    /// <summary>PLB4002: no token, or one that is not accepted.</summary>
    public static Diagnostic NotSignedIn(SourceLocation at, string call, string answer) =>
        Error("PLB4002", at, Fit($"not signed in for '{call}': ", answer), "sign in to the environment's tenant, for instance with 'az login --tenant', and run again");

    /// <summary>PLB4003: the identity lacks a permission.</summary>
    public static Diagnostic NotAuthorized(SourceLocation at, string call, string answer, string? correlation) =>
        Error("PLB4003", at, Fit($"not allowed to '{call}': ", answer), $"have the role 'Resource Policy Contributor' assigned at the scope{Correlated(correlation)}");

    /// <summary>PLB4004: a policy denied the call.</summary>
    public static Diagnostic DeniedByPolicy(SourceLocation at, string call, string assignments, string answer) =>
        Error("PLB4004", at, Fit($"'{call}' was denied by the policy assignment '{assignments}': ", answer), "change the request so that the policy allows it, or ask the assignment's owner for an exemption");

    /// <summary>PLB4005: the object or scope does not exist.</summary>
    public static Diagnostic ArmObjectNotFound(SourceLocation at, string call, string answer) =>
        Error("PLB4005", at, Fit($"'{call}' found nothing: ", answer), "check the environment's scope, and that the signed-in identity may see it");

    /// <summary>PLB4006: the object is being changed by somebody else.</summary>
    public static Diagnostic ArmConflict(SourceLocation at, string call, string answer) =>
        Error("PLB4006", at, Fit($"'{call}' is in conflict with another change: ", answer), "wait until the other change is done, then plan again");

    /// <summary>PLB4007: too many requests, even after waiting.</summary>
    public static Diagnostic ArmThrottled(SourceLocation at, string call, string answer) =>
        Error("PLB4007", at, Fit($"'{call}' was refused for too many requests, also after waiting as told: ", answer), "run again in a few minutes; what was done stays done");

    /// <summary>PLB4008: ARM does not accept the request.</summary>
    public static Diagnostic ArmRejected(SourceLocation at, string call, string answer, string? correlation) =>
        Error("PLB4008", at, Fit($"'{call}' was rejected: ", answer), $"correct the document and run again{Correlated(correlation)}");

    /// <summary>PLB4009: the service failed.</summary>
    public static Diagnostic ArmServiceFailed(SourceLocation at, string call, string answer, string? correlation) =>
        Error("PLB4009", at, Fit($"the service failed at '{call}', also when asked again: ", answer), $"run again later{Correlated(correlation)}");

    /// <summary>PLB4010: an answer outside the documented interface.</summary>
    public static Diagnostic UnexpectedArmAnswer(SourceLocation at, string call, string answer) =>
        Error("PLB4010", at, Fit($"the answer to '{call}' is not what ARM gives: ", answer), "check that the environment's endpoint is an ARM endpoint and no proxy stands between");

    /// <summary>PLB4011: reading back shows something else than was written.</summary>
    public static Diagnostic ApplyNotConfirmed(SourceLocation at, string id, string paths) =>
        Error("PLB4011", at, Fit($"'{id}' was written, but reading it back shows other values at ", paths), "plan again to see the difference; somebody else may be changing the same object");

    /// <summary>PLB4012: cancelled while a write was under way.</summary>
    public static Diagnostic ApplyInterrupted(SourceLocation at, string call) =>
        Error("PLB4012", at, Fit($"cancelled while '{call}' was under way; whether it took effect is not known", string.Empty), "plan again: what took effect shows as unchanged");

    /// <summary>PLB4022: a resource name that ARM does not take.</summary>
    public static Diagnostic ArmNameInvalid(SourceLocation at, string kind, string name, int maximum) =>
        Error("PLB4022", at, Fit($"the {kind} name '{name}' ", $"is empty, longer than {maximum} characters, or has one of '<>*%&:?+/\\' or a blank at the end; Azure rejects it"), "choose a shorter name of letters, digits and hyphens");

    /// <summary>PLB4023: two documents have the same name.</summary>
    public static Diagnostic ArmNameRepeated(SourceLocation at, string name, string firstFile) =>
        Error("PLB4023", at, $"the definition '{name}' is also in '{firstFile}'; names compare without regard to case, so one would overwrite the other", "remove one of the two files");

    /// <summary>PLB4024: more of something than ARM takes.</summary>
    public static Diagnostic ArmLimitExceeded(SourceLocation at, string name, string what, int count, int maximum) =>
        Error("PLB4024", at, $"'{name}' has {count} {what}; Azure takes at most {maximum} and rejects the document", "split it");

    /// <summary>PLB4025: the initiative refers to a definition that is not deployed with it.</summary>
    public static Diagnostic InitiativeMemberMissing(SourceLocation at, string initiative, string definition, string? nearest) =>
        Error("PLB4025", at, $"the initiative '{initiative}' refers to the definition '{definition}', which is not among the documents to deploy; Azure rejects the initiative", DidYouMean(nearest) ?? "generate the definitions again");

    private static string Correlated(string? correlation) => correlation is null ? string.Empty : $" (correlation id {correlation})";

    // What a service says may have any length and any number of lines.
    private static string Fit(string head, string detail)
    {
        var line = string.Join(' ', (head + detail).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaximumMessage ? line : $"{line.AsSpan(0, MaximumMessage - 3)}...";
    }
}
