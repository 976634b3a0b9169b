namespace Plumbline.Policy.Diagnostics;

/// <content>PLB40xx: environments in plumbline.yaml.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB4001: an environment takes the name of the built-in one.</summary>
    public static Diagnostic ReservedEnvironment(SourceLocation at, string name) =>
        Error("PLB4001", at, $"the environment '{name}' is built in (the embedded emulator) and cannot be defined here", "choose another name");

    /// <summary>PLB4002: a custom cloud has no endpoint.</summary>
    public static Diagnostic EndpointMissing(SourceLocation at, string environment) =>
        Error("PLB4002", at, $"the environment '{environment}' is in a custom cloud, but no 'endpoint' says where that is", "add 'endpoint: https://...'");

    /// <summary>PLB4003: a known cloud is given an endpoint.</summary>
    public static Diagnostic EndpointOfKnownCloud(SourceLocation at, string cloud) =>
        Error("PLB4003", at, $"the endpoint of the '{cloud}' cloud is known, so 'endpoint' would be ignored", "remove 'endpoint', or set 'cloud: custom'");

    /// <summary>PLB4004: a command names an environment that does not exist.</summary>
    public static Diagnostic UnknownEnvironment(SourceLocation at, string name, string? nearest, string known) =>
        Error("PLB4004", at, $"there is no environment '{name}'", DidYouMean(nearest) ?? $"known environments: {known}");

    /// <summary>PLB4005: an environment deploys an initiative that was never generated.</summary>
    public static Diagnostic InitiativeNotFound(SourceLocation at, string name, string? nearest) =>
        Error("PLB4005", at, $"there is no generated initiative '{name}' in the folder 'initiative'", DidYouMean(nearest) ?? "run 'plumbline generate' first");

    /// <summary>PLB4006: an initiative refers to a definition that is not among the generated files.</summary>
    public static Diagnostic DefinitionFileMissing(SourceLocation at, string definition) =>
        Error("PLB4006", at, $"the initiative refers to the definition '{definition}', but no file in 'definitions' holds it", "run 'plumbline generate'");
}
