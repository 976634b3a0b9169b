namespace Plumbline.Policy.Diagnostics;

/// <content>PLB2001 to PLB2019: reading JSON and the structure of policy documents.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB2001: the text is not JSON.</summary>
    public static Diagnostic MalformedJson(SourceLocation at, string reason) =>
        Error("PLB2001", at, $"the document is not JSON and cannot be read: {Shortened(reason, 200)}", "fix the text at this place; Azure accepts plain JSON (RFC 8259) in UTF-8");

    /// <summary>PLB2002: JSON with comments or trailing commas.</summary>
    public static Diagnostic JsonExtension(SourceLocation at) =>
        Warning("PLB2002", at, "the document has comments or trailing commas; Azure accepts plain JSON only", "remove them before the document is sent to Azure");

    /// <summary>PLB2003: a value of the wrong JSON type.</summary>
    public static Diagnostic WrongKind(SourceLocation at, string what, string expected, string? found = null) =>
        Error("PLB2003", at, $"{Shortened(what)} is {(found is null ? "" : found + ", ")}not {expected}; Azure rejects the document", $"write {expected}");

    /// <summary>PLB2004: a keyword is given twice.</summary>
    public static Diagnostic DuplicateKey(SourceLocation at, string key) =>
        Error("PLB2004", at, $"'{Shortened(key)}' is given twice; keys compare without regard to case and it is not defined which one counts", "keep one of them");

    /// <summary>PLB2005: a required key is missing.</summary>
    public static Diagnostic KeyMissing(SourceLocation at, string owner, string key) =>
        Error("PLB2005", at, $"{Shortened(owner)} has no '{key}'; Azure rejects the document", $"add '{key}'");

    /// <summary>PLB2006: a condition has a key that is no keyword.</summary>
    public static Diagnostic UnknownConditionKey(SourceLocation at, string key, string? nearest) =>
        Error(
            "PLB2006",
            at,
            $"'{Shortened(key)}' is not a keyword of a condition; Azure rejects the rule",
            DidYouMean(nearest) ?? "remove it; a condition has 'field', 'value' or 'count', and one operator");

    /// <summary>PLB2007: a logical operator shares its object with another key.</summary>
    public static Diagnostic LogicalOperatorWithSibling(SourceLocation at, string logical, string sibling) =>
        Error("PLB2007", at, $"'{Shortened(sibling)}' stands beside '{logical}'; a logical operator is the only key of its object", $"move '{Shortened(sibling)}' into a condition of its own");

    /// <summary>PLB2008: a condition has no operator.</summary>
    public static Diagnostic OperatorMissing(SourceLocation at) =>
        Error("PLB2008", at, "the condition has no operator, so nothing is compared", "add one operator such as 'equals' or 'exists'");

    /// <summary>PLB2009: a condition has two operators.</summary>
    public static Diagnostic OperatorRepeated(SourceLocation at, string first, string second) =>
        Error("PLB2009", at, $"the condition has the operators '{first}' and '{second}'; a condition has exactly one", "write two conditions inside 'allOf' or 'anyOf'");

    /// <summary>PLB2010: a condition has no subject.</summary>
    public static Diagnostic SubjectMissing(SourceLocation at) =>
        Error("PLB2010", at, "the condition has none of 'field', 'value' and 'count', so there is nothing to compare", "add 'field', 'value' or 'count'");

    /// <summary>PLB2011: a condition has two subjects.</summary>
    public static Diagnostic SubjectRepeated(SourceLocation at, string first, string second) =>
        Error("PLB2011", at, $"the condition has both '{first}' and '{second}'; a condition has exactly one subject", "write two conditions inside 'allOf' or 'anyOf'");

    /// <summary>PLB2012: a count has neither or both of field and value.</summary>
    public static Diagnostic CountSubjectNotOne(SourceLocation at, bool both) =>
        Error("PLB2012", at, $"'count' has {(both ? "both 'field' and 'value'" : "neither 'field' nor 'value'")}; it counts exactly one of them", both ? "remove one of them" : "add 'field' or 'value'");

    /// <summary>PLB2013: a count has a name without a value.</summary>
    public static Diagnostic CountNameWithoutValue(SourceLocation at) =>
        Error("PLB2013", at, "'name' stands in a 'count' without 'value'; only value counts have a name", "remove 'name', or count a 'value'");

    /// <summary>PLB2014: a count has a key that is no keyword.</summary>
    public static Diagnostic UnknownCountKey(SourceLocation at, string key, string? nearest) =>
        Error("PLB2014", at, $"'{Shortened(key)}' is not a keyword of 'count'; Azure rejects the rule", DidYouMean(nearest) ?? "remove it; a count has 'field' or 'value', 'name' and 'where'");

    /// <summary>PLB2015: conditions are nested too deep.</summary>
    public static Diagnostic NestedTooDeep(SourceLocation at, int limit) =>
        Error("PLB2015", at, $"conditions are nested deeper than {limit} levels, the limit of Azure Policy", "flatten the rule");

    /// <summary>PLB2016: a parameter is declared with an unknown type.</summary>
    public static Diagnostic UnknownParameterType(SourceLocation at, string parameter, string type, string? nearest) =>
        Error("PLB2016", at, $"parameter '{Shortened(parameter)}' has the type '{Shortened(type)}', which Azure Policy does not have", DidYouMean(nearest) ?? "use String, Array, Object, Boolean, Integer, Float or DateTime");

    /// <summary>PLB2017: a key is given again, spelled alike, where no keyword is concerned.</summary>
    public static Diagnostic RepeatedKeyIgnored(SourceLocation at, string key) =>
        Warning("PLB2017", at, $"'{Shortened(key)}' is given again in the same object; only this last value counts", "keep one of them");

    /// <summary>PLB2018: a text that is neither a definition nor a rule nor a condition.</summary>
    public static Diagnostic NotPolicyText(SourceLocation at, string found, string? nearest) =>
        Error(
            "PLB2018",
            at,
            $"the text is {Shortened(found)}; a definition (with 'policyRule'), a rule (with 'if' and 'then') or a condition (with 'field', 'value', 'count' or a logical operator) is expected",
            DidYouMean(nearest) ?? "write one of them as a JSON object");

    /// <summary>PLB2019: a value is nested too deep.</summary>
    public static Diagnostic ValueTooDeep(SourceLocation at, int limit) =>
        Error("PLB2019", at, $"the value is nested deeper than {limit} levels; Azure Policy does not evaluate it", "flatten the value, or pass it as a parameter");
}
