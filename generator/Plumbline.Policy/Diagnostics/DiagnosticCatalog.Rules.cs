namespace Plumbline.Policy.Diagnostics;

/// <content>PLB2070 to PLB2079: counts, effects and their details, and the lists of problems themselves.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB2070: there are more errors than are listed.</summary>
    public static Diagnostic ProblemsOmitted(SourceLocation at, int count) =>
        Error("PLB2070", at, $"the document has {count} more errors that are not listed", "fix the listed ones first");

    /// <summary>PLB2071: there are more warnings than are listed.</summary>
    public static Diagnostic RemarksOmitted(SourceLocation at, int count) =>
        Warning("PLB2071", at, $"the document has {count} more warnings that are not listed", "fix the listed ones first");

    /// <summary>PLB2072: a field count that does not count the members of an array.</summary>
    public static Diagnostic CountFieldNotArray(SourceLocation at, string field, bool isFirst) =>
        Error(
            "PLB2072",
            at,
            isFirst
                ? $"'count.field' is '{Shortened(field)}', which starts with '[*]' and names no array; Azure rejects the rule"
                : $"'count.field' is '{Shortened(field)}', which has no '[*]', so there are no members to count; Azure rejects the rule",
            isFirst ? "write the array's alias before '[*]'" : $"write '{Shortened(field)}[*]', or compare it with 'field'");

    /// <summary>PLB2073: an effect that Azure does not have.</summary>
    public static Diagnostic UnknownEffect(SourceLocation at, string effect, string? nearest) =>
        Warning(
            "PLB2073",
            at,
            $"'{Shortened(effect)}' is not an effect of Azure Policy; it is kept as it is and nothing acts on it",
            DidYouMean(nearest) ?? "use Audit, Deny, Disabled, AuditIfNotExists, DeployIfNotExists, Modify, Append, DenyAction or Manual");

    /// <summary>PLB2074: a modify operation that Azure does not have.</summary>
    public static Diagnostic UnknownOperation(SourceLocation at, string operation, string? nearest) =>
        Error("PLB2074", at, $"'{Shortened(operation)}' is not an operation of modify; Azure rejects the rule", DidYouMean(nearest) ?? "use add, addOrReplace or remove");

    /// <summary>PLB2075: details that list nothing to do.</summary>
    public static Diagnostic DetailsListEmpty(SourceLocation at, string what) =>
        Error("PLB2075", at, $"{what} is empty, so the effect would do nothing; Azure rejects the rule", "add an item, or remove the details");

    /// <summary>PLB2076: a member of the details has a word that Azure does not document.</summary>
    public static Diagnostic UnknownDetailsWord(SourceLocation at, string key, string value, string? nearest, string known) =>
        Warning("PLB2076", at, $"'{Shortened(value)}' is not a documented value of '{key}'", DidYouMean(nearest) ?? $"use {known}");

    /// <summary>PLB2077: a parameter is declared without a type.</summary>
    public static Diagnostic ParameterTypeMissing(SourceLocation at, string parameter, string assumed) =>
        Warning("PLB2077", at, $"parameter '{Shortened(parameter)}' has no 'type' and is taken as {assumed}; Azure asks for one in a new definition", $"add \"type\": \"{assumed}\"");

    /// <summary>PLB2078: a line of a batch that is no request.</summary>
    public static Diagnostic BatchLineInvalid(SourceLocation at, string reason) =>
        Error("PLB2078", at, $"the line cannot be answered: {Shortened(reason, 200)}", "send one JSON object a line, as generator/docs/batch-protocols.md describes");

    /// <summary>PLB2079: deployIfNotExists with nothing to deploy.</summary>
    public static Diagnostic DeploymentMissing(SourceLocation at, string key) =>
        Warning("PLB2079", at, $"the details of deployIfNotExists have no '{key}', which a remediation needs", $"add '{key}'");
}
