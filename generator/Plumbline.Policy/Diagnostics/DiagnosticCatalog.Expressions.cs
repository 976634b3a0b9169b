namespace Plumbline.Policy.Diagnostics;

/// <content>PLB2020 to PLB2039 and PLB2060 to PLB2069: template expressions and the parameters they read.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB2020: an expression cannot be read.</summary>
    public static Diagnostic MalformedExpression(SourceLocation at, string expression, string reason) =>
        Error("PLB2020", at, $"the expression '{Shortened(expression)}' cannot be read: {reason}");

    /// <summary>PLB2021: an expression lacks its closing bracket.</summary>
    public static Diagnostic ExpressionNotClosed(SourceLocation at, string text) =>
        Warning("PLB2021", at, $"'{Shortened(text)}' looks like an expression, but without ']' at its end it is plain text", "add ']'");

    /// <summary>PLB2022: a function that does not exist.</summary>
    public static Diagnostic UnknownFunction(SourceLocation at, string name, string? nearest) =>
        Error("PLB2022", at, $"'{Shortened(name)}' is not a function; Azure rejects the rule", DidYouMean(nearest));

    /// <summary>PLB2023: a template function that policy rules may not use.</summary>
    public static Diagnostic ForbiddenFunction(SourceLocation at, string name) =>
        Error(
            "PLB2023",
            at,
            $"'{Shortened(name)}' is a function of deployment templates that policy rules cannot use; Azure rejects the rule",
            string.Equals(name, "dateTimeAdd", StringComparison.OrdinalIgnoreCase) ? "use addDays()" : null);

    /// <summary>PLB2024: a template function that Azure Policy does not list.</summary>
    public static Diagnostic FunctionNotAmongSupported(SourceLocation at, string name) =>
        Error("PLB2024", at, $"'{Shortened(name)}' is not among the functions Azure Policy supports; it is not evaluated");

    /// <summary>PLB2025: a call with the wrong number of arguments.</summary>
    public static Diagnostic ArgumentCount(SourceLocation at, string name, string expected, int actual) =>
        Error("PLB2025", at, $"'{Shortened(name)}' takes {expected}, not {actual}; Azure rejects the rule");

    /// <summary>PLB2026: current() outside of a count.</summary>
    public static Diagnostic CurrentOutsideCount(SourceLocation at) =>
        Error("PLB2026", at, "'current' stands outside of a 'count', where there is no current member", "use field(), or move the condition into 'count.where'");

    /// <summary>PLB2027: current() without a name in nested counts.</summary>
    public static Diagnostic CurrentWithoutName(SourceLocation at) =>
        Error("PLB2027", at, "'current' has no argument but more than one 'count' around it", "name the count: current('<name or alias>')");

    /// <summary>PLB2028: a parameter is read but not declared.</summary>
    public static Diagnostic UndeclaredParameter(SourceLocation at, string name, string? nearest) =>
        Error("PLB2028", at, $"parameter '{Shortened(name)}' is read but not declared; Azure rejects the document", DidYouMean(nearest) ?? $"declare '{Shortened(name)}'");

    /// <summary>PLB2029: a parameter is declared but not read.</summary>
    public static Diagnostic UnusedParameter(SourceLocation at, string name) =>
        Warning("PLB2029", at, $"parameter '{Shortened(name)}' is declared but not used; Azure rejects a new custom definition with it", $"remove '{Shortened(name)}'");

    /// <summary>PLB2060: a call with more arguments than Azure Policy allows.</summary>
    public static Diagnostic TooManyArguments(SourceLocation at, string name, int count, int maximum) =>
        Error("PLB2060", at, $"'{Shortened(name)}' has {count} arguments, more than the {maximum} that Azure Policy allows in a call; Azure rejects the rule", "split the call into several");
}
