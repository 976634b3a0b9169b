namespace Plumbline.Policy.Diagnostics;

/// <content>PLB2040 to PLB2059: values of parameters. The messages name the error code Azure Resource Manager answers with.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB2040: a parameter without default gets no value.</summary>
    public static Diagnostic ParameterValueMissing(SourceLocation at, string parameter, string owner) =>
        Error("PLB2040", at, $"parameter '{parameter}' of {owner} has neither a value nor a default (MissingPolicyParameter)", $"give '{parameter}' a value");

    /// <summary>PLB2041: a value is given for a parameter that is not declared.</summary>
    public static Diagnostic ParameterNotDeclared(SourceLocation at, string parameter, string owner, string? nearest) =>
        Error("PLB2041", at, $"{owner} declares no parameter '{parameter}' (UndefinedPolicyParameter)", DidYouMean(nearest));

    /// <summary>PLB2042: a value is not of the declared type.</summary>
    public static Diagnostic ParameterTypeMismatch(SourceLocation at, string parameter, string owner, string type, string value) =>
        Error("PLB2042", at, $"the value {Shortened(value)} of parameter '{parameter}' of {owner} is not of the declared type {type} (InvalidPolicyParameters)");

    /// <summary>PLB2043: a value is not among the allowed ones.</summary>
    public static Diagnostic ParameterValueNotAllowed(SourceLocation at, string parameter, string owner, string value, string allowed) =>
        Error(
            "PLB2043",
            at,
            $"the value '{Shortened(value)}' is not allowed for parameter '{parameter}' of {owner} (PolicyParameterValueNotAllowed)",
            $"use one of: {Shortened(allowed)}; case matters");

    /// <summary>PLB2044: the expression for a value failed.</summary>
    public static Diagnostic ParameterValueFailed(SourceLocation at, string parameter, string reason) =>
        Error("PLB2044", at, $"the value of parameter '{parameter}' cannot be evaluated: {Shortened(reason)}");
}
