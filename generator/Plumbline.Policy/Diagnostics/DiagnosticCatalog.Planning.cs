namespace Plumbline.Policy.Diagnostics;

/// <content>PLB4030 to PLB4037 and PLB4040 to PLB4059: plans, and what an environment declares, held against the documents and what is deployed.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB4040: an assignment of a document that is not there.</summary>
    public static Diagnostic AssignedDocumentMissing(SourceLocation at, string target, string assignment, string? nearest) =>
        Error("PLB4040", at, Fit($"the assignment '{assignment}' is of '{target}', ", "which is neither a committed document nor a known built-in; nothing would be assigned"), DidYouMean(nearest) ?? "write the name of a file in definitions or initiative, or the id of a built-in");

    /// <summary>PLB4041: a control, policy or reference that chooses nothing.</summary>
    public static Diagnostic MemberChoiceEmpty(SourceLocation at, string kind, string name, string target, string? nearest) =>
        Error("PLB4041", at, Fit($"the {kind} '{name}' ", $"is none of '{target}', so the setting would do nothing"), DidYouMean(nearest) ?? "remove it");

    /// <summary>PLB4042: an effect that a policy cannot have.</summary>
    public static Diagnostic EffectNotPossible(SourceLocation at, string effect, string policy, string allowed) =>
        Error("PLB4042", at, Fit($"the policy '{policy}' cannot have the effect '{effect}'; ", "Azure rejects the assignment"), $"choose one of {allowed}");

    /// <summary>PLB4043: an effect that needs an identity, and none.</summary>
    public static Diagnostic IdentityNeeded(SourceLocation at, string assignment, string member, string effect) =>
        Error("PLB4043", at, Fit($"'{member}' has the effect {effect}, and the assignment '{assignment}' has no identity to act with; ", "Azure rejects the assignment"), "declare an identity with a location, or choose another effect");

    /// <summary>PLB4044: an object of that name belongs to somebody else.</summary>
    public static Diagnostic ObjectIsForeign(SourceLocation at, string id, string owner) =>
        Error("PLB4044", at, Fit($"'{id}' exists and belongs to {owner}; ", "it is not touched"), "choose another name");

    /// <summary>PLB4045: an object of that name exists without a mark.</summary>
    public static Diagnostic ObjectUnmarked(SourceLocation at, string id) =>
        Error("PLB4045", at, Fit($"'{id}' exists and was not deployed from here; ", "it is not touched"), "take it over with 'plumbline adopt', or choose another name");

    /// <summary>PLB4046: an object to delete that something else refers to.</summary>
    public static Diagnostic DeleteReferenced(SourceLocation at, string id, string referrers) =>
        Error("PLB4046", at, Fit($"'{id}' is not wanted any more, but is used by {referrers}; ", "Azure refuses to delete it"), "have those changed first, or keep declaring it");

    /// <summary>PLB4047: more deletes than allowed.</summary>
    public static Diagnostic TooManyDeletes(SourceLocation at, int count, int maximum) =>
        Error("PLB4047", at, $"the plan deletes {count} objects; the guard 'maxDeletes' allows {maximum}", "check that nothing is missing from the documents; else raise 'guards.maxDeletes'");

    /// <summary>PLB4048: a protected object would be deleted.</summary>
    public static Diagnostic ProtectedDelete(SourceLocation at, string id, string pattern) =>
        Error("PLB4048", at, Fit($"the plan deletes '{id}', ", $"which the guard 'protect: {pattern}' forbids"), "declare it again, or remove the pattern");

    /// <summary>PLB4049: a privileged role would be given.</summary>
    public static Diagnostic PrivilegedRole(SourceLocation at, string role, string assignment, string because) =>
        Error("PLB4049", at, Fit($"the identity of '{assignment}' would get the privileged role '{role}', needed by {because}; ", "whoever controls the identity can give itself any right"), "choose another effect for that policy, or allow the role with 'guards.privilegedRoles'");

    /// <summary>PLB4050: a change without a higher version.</summary>
    public static Diagnostic VersionNotRaised(SourceLocation at, string name, string version, string needed, bool isRequired)
    {
        var message = Fit($"'{name}' changes and stays version {version}; ", "nobody can tell the two apart");
        return isRequired ? Error("PLB4050", at, message, $"raise it to {needed}") : Warning("PLB4050", at, message, $"raise it to {needed}");
    }

    /// <summary>PLB4051: an environment that declares nothing, where something is deployed.</summary>
    public static Diagnostic NothingDeclared(SourceLocation at, string environment, int deployed) =>
        Error("PLB4051", at, $"the environment '{environment}' declares no assignment, and {deployed} objects are deployed for it; an empty file is no wish to delete them", "declare the assignments, or use 'plumbline destroy'");

    /// <summary>PLB4052: an exemption that no assignment of the environment is concerned by.</summary>
    public static Diagnostic ExemptionWithoutAssignment(SourceLocation at, string name, string target, string? nearest) =>
        Error("PLB4052", at, Fit($"the exemption '{name}' is from '{target}', ", "which no assignment of the environment has at that scope; it would exempt nothing"), DidYouMean(nearest) ?? "correct the target or the scope, or remove the exemption");

    /// <summary>PLB4053: two exemptions that would be the same object.</summary>
    public static Diagnostic ExemptionRepeated(SourceLocation at, string name, string scope) =>
        Error("PLB4053", at, Fit($"there are two exemptions '{name}' ", $"at '{scope}'; one would overwrite the other"), "give them different names");

    /// <summary>PLB4054: a plan file that cannot be used.</summary>
    public static Diagnostic PlanFileInvalid(SourceLocation at, string reason) =>
        Error("PLB4054", at, Fit("this is no plan that can be applied: ", reason), "make the plan again with 'plumbline plan'");

    /// <summary>PLB4055: a built-in that is not what the copy says.</summary>
    public static Diagnostic BuiltInMoved(SourceLocation at, string id, string before, string after) =>
        Warning("PLB4055", at, Fit($"the built-in '{id}' ", $"is {after} at the endpoint and {before} in this checkout; what is said of it here may be wrong"), "refresh the copy and look at the change");

    /// <summary>PLB4056: a parameter in another case than declared.</summary>
    public static Diagnostic ParameterCase(SourceLocation at, string written, string declared) =>
        Warning("PLB4056", at, $"the parameter '{written}' is declared as '{declared}'; Azure takes both, other tools do not", $"write '{declared}'");

    /// <summary>PLB4057: a parameter that grants permissions on something that is no resource.</summary>
    public static Diagnostic PermissionScopeUnknown(SourceLocation at, string member, string parameter, string value) =>
        Warning("PLB4057", at, Fit($"the policy '{member}' needs rights on what its parameter '{parameter}' names, ", $"which is no resource id: '{value}'; no role is given there"), "set the parameter to a resource id, or declare the role under 'roles'");

    /// <summary>PLB4030: a plan that takes something away, where nobody can answer.</summary>
    public static Diagnostic PlanIdNeeded(SourceLocation at, string planId) =>
        Error("PLB4030", at, "the plan takes something away, so its id has to be confirmed; nobody can answer here", $"look at the plan, then run again with '--confirm {planId}'");

    /// <summary>PLB4031: another plan than the confirmed one.</summary>
    public static Diagnostic PlanIdDiffers(SourceLocation at, string given, string planId) =>
        Error("PLB4031", at, Fit($"'{given}' was confirmed, ", $"and the plan is '{planId}': something has changed since it was looked at; nothing is applied"), "look at the plan again");

    /// <summary>PLB4032: a plan that a guard refuses.</summary>
    public static Diagnostic PlanRefused(SourceLocation at, string code, string message) =>
        Error("PLB4032", at, Fit("the plan is not applied: ", $"{message} ({code})"), $"'plumbline explain {code}' says what to do; then plan again");

    /// <summary>PLB4033: no journal to go on with.</summary>
    public static Diagnostic JournalMissing(SourceLocation at, string what) =>
        Error("PLB4033", at, Fit("there is no journal of a run of ", $"'{what}'"), "apply the plan first, or name the file with '--journal'");

    /// <summary>PLB4034: a plan that was made for another environment than is configured.</summary>
    public static Diagnostic PlanOfOtherEnvironment(SourceLocation at, string environment, string what) =>
        Error("PLB4034", at, $"the plan was made for an environment '{environment}' with another {what} than is configured; it is not applied", "make the plan again");

    /// <summary>PLB4035: a ring that the environment does not have.</summary>
    public static Diagnostic RingNotDeclared(SourceLocation at, string ring, string environment, string? nearest) =>
        Error("PLB4035", at, $"the environment '{environment}' has no ring '{ring}'", DidYouMean(nearest) ?? "declare it under 'rings'");

    /// <summary>PLB4036: a ring that is not the next one.</summary>
    public static Diagnostic RingSkipped(SourceLocation at, string ring, string next) =>
        Error("PLB4036", at, $"'{ring}' does not follow the current ring; '{next}' does, and its gate would be left out", $"promote '{next}' first");

    /// <summary>PLB4037: a gate that is not met.</summary>
    public static Diagnostic GateNotMet(SourceLocation at, string ring, string miss) =>
        Error("PLB4037", at, Fit($"the gate of ring '{ring}' is not met: ", miss), "mend or exempt the resources and let them be evaluated again; or change the gate");
}
