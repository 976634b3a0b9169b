namespace Plumbline.Policy.Diagnostics;

/// <content>PLB3001 to PLB3029: generating an initiative. PLB3101 to PLB3119: generated files against the committed ones.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB3001: a built-in definition whose JSON is not at hand.</summary>
    public static Diagnostic UnknownBuiltIn(SourceLocation at, string name, string? nearest) =>
        Error("PLB3001", at, $"there is no JSON of the built-in definition '{name}', so its parameters are not known", DidYouMean(nearest) ?? $"add it as 'builtins/{name}.json' beside the catalog");

    /// <summary>PLB3002: a pinned version that is not the one at hand.</summary>
    public static Diagnostic BuiltInVersionDiffers(SourceLocation at, string pinned, string version) =>
        Error("PLB3002", at, $"the version '{pinned}' is pinned, and the JSON of the definition has version '{version}'; its parameters may differ", "pin the major version of the JSON, or update the JSON");

    /// <summary>PLB3003: a parameter that the built-in definition does not have.</summary>
    public static Diagnostic UnknownBuiltInParameter(SourceLocation at, string parameter, string definition, string? nearest) =>
        Error("PLB3003", at, $"the built-in definition '{Shortened(definition)}' has no parameter '{parameter}'; Azure would refuse the initiative", DidYouMean(nearest) ?? "remove it");

    /// <summary>PLB3004: a parameter that would have to be given at every assignment.</summary>
    public static Diagnostic ParameterWithoutDefault(SourceLocation at, string parameter, string referenceId) =>
        Error("PLB3004", at, $"the parameter '{parameter}' of '{referenceId}' has no default, so an assigned initiative could never gain this policy", "give a 'default', a 'value' or a 'shared' initiative parameter");

    /// <summary>PLB3005: a default that is no allowed value.</summary>
    public static Diagnostic DefaultNotAllowed(SourceLocation at, string parameter, string value, string allowed) =>
        Error("PLB3005", at, $"the default '{Shortened(value)}' of the parameter '{parameter}' is not one of its allowed values; Azure would refuse it", $"use one of {Shortened(allowed)}, with the same case");

    /// <summary>PLB3006: two initiative parameters of one name.</summary>
    public static Diagnostic InitiativeParameterRepeated(SourceLocation at, string parameter) =>
        Error("PLB3006", at, $"the initiative would have the parameter '{parameter}' twice", "rename the parameter, the policy or the shared parameter");

    /// <summary>PLB3007: a shared parameter of another type.</summary>
    public static Diagnostic SharedParameterTypeDiffers(SourceLocation at, string shared, string type, string parameter) =>
        Error("PLB3007", at, $"the shared parameter '{shared}' has the type {type}, and '{parameter}' has another one; Azure would refuse the initiative", "share it between parameters of one type only");

    /// <summary>PLB3008: a rule changed and the version did not change enough.</summary>
    public static Diagnostic VersionNotRaised(SourceLocation at, string name, string changed, string version, string needed) =>
        Error("PLB3008", at, $"{changed} of '{name}' changed, and its version {version} does not say so", $"raise the version to {needed} or higher");

    /// <summary>PLB3101: a generated file is not there.</summary>
    public static Diagnostic GeneratedFileMissing(SourceLocation at) =>
        Error("PLB3101", at, "the catalog generates this file, and it does not exist", "run 'plumbline generate'");

    /// <summary>PLB3102: a generated file was edited, or the catalog was.</summary>
    public static Diagnostic GeneratedFileDiffers(SourceLocation at) =>
        Error("PLB3102", at, "this file is not what the catalog generates", "change the catalog instead of the file, and run 'plumbline generate'");

    /// <summary>PLB3103: a file among the generated ones that nothing generates.</summary>
    public static Diagnostic GeneratedFileExtra(SourceLocation at) =>
        Error("PLB3103", at, "the catalog does not generate this file, so nothing keeps it right", "delete it, or move it out of the folder of generated files");
}
