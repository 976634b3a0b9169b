namespace Plumbline.Policy.Diagnostics;

/// <content>PLB41xx: environments in plumbline.yaml.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB4101: an environment takes the name of the built-in one.</summary>
    public static Diagnostic ReservedEnvironment(SourceLocation at, string name) =>
        Error("PLB4101", at, $"the environment '{name}' is built in (the embedded emulator) and cannot be defined here", "choose another name");

    /// <summary>PLB4102: a custom or local cloud has no endpoint.</summary>
    public static Diagnostic EndpointMissing(SourceLocation at, string environment, string cloud) =>
        Error("PLB4102", at, $"the environment '{environment}' is in a '{cloud}' cloud, but no 'endpoint' says where that is", "add 'endpoint: https://...'");

    /// <summary>PLB4103: a known cloud is given an endpoint.</summary>
    public static Diagnostic EndpointOfKnownCloud(SourceLocation at, string cloud) =>
        Error("PLB4103", at, $"the endpoint of the '{cloud}' cloud is known, so 'endpoint' would be ignored", "remove 'endpoint', or set 'cloud: custom' or 'cloud: local'");

    /// <summary>PLB4104: a command names an environment that does not exist.</summary>
    public static Diagnostic UnknownEnvironment(SourceLocation at, string name, string? nearest, string known) =>
        Error("PLB4104", at, $"there is no environment '{name}'", DidYouMean(nearest) ?? $"known environments: {known}");

    /// <summary>PLB4106: the embedded emulator does not start.</summary>
    public static Diagnostic EmulatorNotStarted(SourceLocation at, string reason) =>
        Error("PLB4106", at, $"the emulator does not start: {reason}", "correct what is named; if it is the state of the environment local, delete the folder .plumbline");

    /// <summary>PLB4107: no catalog generates the initiative that an environment deploys.</summary>
    public static Diagnostic CatalogOfInitiativeMissing(SourceLocation at, string initiative) =>
        Error("PLB4107", at, $"no catalog generates the initiative '{initiative}', so its policies cannot be joined to controls", "name an initiative that a catalog generates");
}
