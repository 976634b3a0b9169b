using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>The words for <see cref="ControlStatus"/>.</summary>
public static class ControlStatuses
{
    /// <summary>All statuses, worst first.</summary>
    public static ImmutableArray<ControlStatus> WorstFirst { get; } = [.. Enum.GetValues<ControlStatus>()];

    /// <summary>The key in JSON and in addresses, such as <c>pass-with-exemptions</c>.</summary>
    public static string Key(ControlStatus status) => status switch
    {
        ControlStatus.Fail => "fail",
        ControlStatus.Error => "error",
        ControlStatus.Unknown => "unknown",
        ControlStatus.Unattested => "manual-unattested",
        ControlStatus.NotEvaluated => "not-evaluated",
        ControlStatus.NotAssigned => "not-assigned",
        ControlStatus.PartlyEvaluated => "partly-evaluated",
        ControlStatus.PassWithExemptions => "pass-with-exemptions",
        ControlStatus.Pass => "pass",
        ControlStatus.Attested => "manual-attested",
        ControlStatus.Platform => "platform",
        _ => "not-supported",
    };

    /// <summary>The status in words, such as <c>Pass with exemptions</c>.</summary>
    public static string Label(ControlStatus status) => status switch
    {
        ControlStatus.NotEvaluated => "Not evaluated",
        ControlStatus.NotAssigned => "Not assigned",
        ControlStatus.PartlyEvaluated => "Partly evaluated",
        ControlStatus.PassWithExemptions => "Pass, exemptions",
        ControlStatus.NotSupported => "Not supported",
        _ => status.ToString(),
    };

    /// <summary>What the status means, as a sentence.</summary>
    public static string Meaning(ControlStatus status) => status switch
    {
        ControlStatus.Fail => "At least one resource is non-compliant.",
        ControlStatus.Error => "No resource is non-compliant, but an evaluation failed or assignments conflict.",
        ControlStatus.Unknown => "No failure or error, but the state of at least one resource is not known.",
        ControlStatus.Unattested => "A person must attest this, and has not for every resource.",
        ControlStatus.NotEvaluated => "Policies are assigned, but Azure Policy has no state for any of them: no resource they apply to, or effect Disabled.",
        ControlStatus.NotAssigned => "Policies exist, but the initiative does not refer to them.",
        ControlStatus.PartlyEvaluated => "Everything evaluated is compliant, but some of the policies have no state: no resource they apply to, or effect Disabled.",
        ControlStatus.PassWithExemptions => "No resource is non-compliant; at least one is exempt.",
        ControlStatus.Pass => "Every policy was evaluated and every resource is compliant.",
        ControlStatus.Attested => "A person attested this for every resource asked for.",
        ControlStatus.Platform => "Microsoft does this; there is nothing to configure.",
        _ => "The service does not have the feature, or Azure Policy cannot see it.",
    };
}
