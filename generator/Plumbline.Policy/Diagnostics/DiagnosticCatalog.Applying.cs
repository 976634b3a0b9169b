namespace Plumbline.Policy.Diagnostics;

/// <content>PLB4060 to PLB4079: carrying out a plan, and its journal.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB4060: an object is not as the plan found it.</summary>
    public static Diagnostic PlanStale(SourceLocation at, string id, string state) =>
        Error("PLB4060", at, Fit($"'{id}' is not as the plan found it: ", state), "plan again and review the difference");

    /// <summary>PLB4061: the journal of another plan.</summary>
    public static Diagnostic JournalOfAnotherPlan(SourceLocation at, string? journal, string plan) =>
        Error("PLB4061", at, Fit($"the journal is of the plan '{journal ?? "none"}', ", $"and this plan is '{plan}'; what it says was done is not known to be this plan's"), "give the plan that the journal was written for");

    /// <summary>PLB4062: a journal that cannot be read.</summary>
    public static Diagnostic JournalUnreadable(SourceLocation at, string reason) =>
        Error("PLB4062", at, Fit("the journal cannot be read: ", reason), "restore the file as it was written; without it, plan again");

    /// <summary>PLB4063: the last line of a journal is not whole.</summary>
    public static Diagnostic JournalTorn(SourceLocation at) =>
        Information("PLB4063", at, "the last line of the journal is not whole: the program ended while it was written; the line is left out");

    /// <summary>PLB4064: an apply of what was rolled back.</summary>
    public static Diagnostic JournalRolledBack(SourceLocation at) =>
        Error("PLB4064", at, "a rollback has undone operations of this journal, so applying cannot go on with it", "finish the rollback, then plan again");

    /// <summary>PLB4065: a lock.</summary>
    public static Diagnostic ScopeIsLocked(SourceLocation at, string call, string locks) =>
        Error("PLB4065", at, Fit($"'{call}' is forbidden by the lock ", locks), "remove the lock, or have its owner do so, and run 'plumbline apply --resume'");

    /// <summary>PLB4066: what was created is not visible.</summary>
    public static Diagnostic NotVisibleInTime(SourceLocation at, string call, string waited, string answer) =>
        Error("PLB4066", at, Fit($"'{call}' was refused for {waited}, because what it refers to was created in this run and is not visible yet: ", answer), "run 'plumbline apply --resume' in a few minutes");

    /// <summary>PLB4067: an assignment without principal.</summary>
    public static Diagnostic PrincipalMissing(SourceLocation at, string assignment, string waited) =>
        Error("PLB4067", at, Fit($"the assignment '{assignment}' ", $"has no identity with a principal, also after {waited}; its role cannot be given"), "apply the lane 'policy' first, or check the assignment's identity");

    /// <summary>PLB4068: the journal cannot be written.</summary>
    public static Diagnostic JournalNotWritten(SourceLocation at, string reason) =>
        Error("PLB4068", at, Fit("the journal could not be written, so nothing more was sent: ", reason), "make room for it, and run 'plumbline apply --resume'");

    /// <summary>PLB4069: a role assignment of another triple stands in the way.</summary>
    public static Diagnostic RoleTaken(SourceLocation at, string id, string answer) =>
        Error("PLB4069", at, Fit($"the role assignment '{id}' is refused as existing, and none with its principal, role and scope is found: ", answer), "run 'plumbline apply --resume' in a few minutes");

    /// <summary>PLB4070: cancelled between two tries.</summary>
    public static Diagnostic OperationInterrupted(SourceLocation at, string call) =>
        Error("PLB4070", at, Fit($"cancelled while '{call}' waited to be tried again", string.Empty), "run 'plumbline apply --resume'");
}
