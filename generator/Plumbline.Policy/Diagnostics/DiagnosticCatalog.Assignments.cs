namespace Plumbline.Policy.Diagnostics;

/// <content>PLB2100 to PLB2129: assignments, exemptions, enrolments and attestations.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB2100: a key that is not known; it is tolerated.</summary>
    public static Diagnostic MemberNotRead(SourceLocation at, string owner, string key, string? nearest) =>
        Information("PLB2100", at, $"'{Shortened(key)}' is not a known member of {owner}; it is not read", DidYouMean(nearest));

    /// <summary>PLB2101: a value that is not one of the words Azure knows.</summary>
    public static Diagnostic WordNotKnown(SourceLocation at, string key, string value, string? nearest, string known) =>
        Error("PLB2101", at, $"'{Shortened(value)}' is not a value of '{key}'; Azure rejects the document", DidYouMean(nearest) ?? $"use one of {known}");

    /// <summary>PLB2102: a selector has both <c>in</c> and <c>notIn</c>, or neither.</summary>
    public static Diagnostic SelectorListNotOne(SourceLocation at, string kind, bool both) =>
        Error("PLB2102", at, $"the selector '{kind}' has {(both ? "both" : "neither")} of 'in' and 'notIn'; Azure accepts exactly one", both ? "remove one of them" : "add 'in' or 'notIn'");

    /// <summary>PLB2103: a kind is used twice in one list of selectors.</summary>
    public static Diagnostic SelectorKindRepeated(SourceLocation at, string kind) =>
        Error("PLB2103", at, $"the selector '{kind}' is given twice in one list; Azure accepts each kind once", "put all values into one selector");

    /// <summary>PLB2104: two kinds that cannot be used together.</summary>
    public static Diagnostic SelectorKindsExcludeEachOther(SourceLocation at, string kind, string other) =>
        Error("PLB2104", at, $"the selectors '{kind}' and '{other}' stand in one list; they exclude each other", "write two resource selectors, which are alternatives");

    /// <summary>PLB2105: a kind that this list does not take.</summary>
    public static Diagnostic SelectorKindNotHere(SourceLocation at, string kind, string owner) =>
        Error("PLB2105", at, $"the selector '{kind}' cannot be used in {owner}; Azure rejects the document", "use it in 'overrides'");

    /// <summary>PLB2106: a date that is not ISO 8601.</summary>
    public static Diagnostic TimeNotRead(SourceLocation at, string key, string value) =>
        Error("PLB2106", at, $"'{Shortened(value)}' of '{key}' is not a date and time; Azure rejects the document", "write it as 2030-12-31T00:00:00Z");

    /// <summary>PLB2107: a rollout percentage that is not a number from 0 to 100.</summary>
    public static Diagnostic RolloutPercentageNotRead(SourceLocation at, string value) =>
        Error("PLB2107", at, $"'{Shortened(value)}' is not a rollout percentage; no resource can be selected by it", "write one number from 0 to 100");

    /// <summary>PLB2108: a version that is not one Azure can pin.</summary>
    public static Diagnostic VersionPatternNotRead(SourceLocation at, string value) =>
        Error("PLB2108", at, $"'{Shortened(value)}' is not a version of a definition; Azure rejects the document", "write it as 1.*.* or 1.2.*");

    /// <summary>PLB2109: a version with its patch number.</summary>
    public static Diagnostic VersionPatchPinned(SourceLocation at, string value) =>
        Warning("PLB2109", at, $"'{Shortened(value)}' names a patch number; Azure takes the newest patch of a minor version whatever is written", "write '*' in place of the patch number");

    /// <summary>PLB2110: an identity without a location.</summary>
    public static Diagnostic IdentityWithoutLocation(SourceLocation at) =>
        Error("PLB2110", at, "the assignment has an 'identity' and no 'location'; Azure rejects the document", "add 'location' beside 'identity'");

    /// <summary>PLB2111: an enrolment to an assignment that does not ask for one.</summary>
    public static Diagnostic EnrollmentModeDiffers(SourceLocation at, string enrollment, string assignment) =>
        Warning("PLB2111", at, $"'{Shortened(enrollment)}' enrols resources to '{Shortened(assignment)}', whose enforcementMode is not Enroll; it has no effect", "set 'enforcementMode' to 'Enroll'");

    /// <summary>PLB2115: what is assigned cannot be found.</summary>
    public static Diagnostic AssignedDefinitionMissing(SourceLocation at, string id) =>
        Error("PLB2115", at, $"the definition '{Shortened(id)}' is assigned but does not exist; it cannot be evaluated", "create it, or correct 'policyDefinitionId'");

    /// <summary>PLB2116: no version of a definition is the one that is asked for.</summary>
    public static Diagnostic DefinitionVersionMissing(SourceLocation at, string id, string wanted, string versions) =>
        Error("PLB2116", at, $"no version of '{Shortened(id)}' is '{Shortened(wanted)}'; it cannot be evaluated", $"use one of: {Shortened(versions)}");

    /// <summary>PLB2117: an override gives an effect that the definition cannot have.</summary>
    public static Diagnostic OverriddenEffectNotAllowed(SourceLocation at, string effect, string definition, string allowed) =>
        Error("PLB2117", at, $"the effect '{Shortened(effect)}' of an override is not one that '{Shortened(definition)}' allows; Azure rejects the assignment", $"use one of: {Shortened(allowed)}");

    /// <summary>PLB2118: a reference id that the assigned initiative does not have.</summary>
    public static Diagnostic ReferenceIdUnknown(SourceLocation at, string reference, string owner, string? nearest) =>
        Error("PLB2118", at, $"{owner} names the reference id '{Shortened(reference)}', which the assigned initiative does not have; Azure rejects the document", DidYouMean(nearest));
}
