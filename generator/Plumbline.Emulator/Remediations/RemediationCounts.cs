using System.Globalization;
using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Remediations;

/// <summary>How the resources of a remediation stand (its <c>deploymentStatus</c>), and what that makes of it.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Successful">Those that comply by now.</param>
/// <param name="Failed">Those that could not be remediated.</param>
internal sealed record RemediationCounts(int Total, int Successful, int Failed)
{
    /// <summary>The counts that a remediation tells.</summary>
    public static RemediationCounts Of(StoredResource remediation)
    {
        var status = remediation.Property("deploymentStatus");
        return new(Number("totalDeployments"), Number("successfulDeployments"), Number("failedDeployments"));

        int Number(string name) => status?.Property(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) ? count : 0;
    }

    /// <summary>With one more that ended.</summary>
    public RemediationCounts With(bool hasFailed) => hasFailed ? this with { Failed = Failed + 1 } : this with { Successful = Successful + 1 };

    /// <summary>Whether more has failed than is borne; never without a threshold.</summary>
    public bool IsAbove(double? threshold) => threshold is { } borne && Failed > borne * Total;

    /// <summary>
    /// The state in which a remediation ends, and why. Failures up to the threshold are borne; without a threshold any failure fails it, and so do failures of all resources
    /// whatever the threshold.
    /// </summary>
    public (string State, string? Message) Ending(double? threshold, bool isCanceled)
    {
        if (isCanceled) return (RemediationTypes.Canceled, "The remediation was canceled.");
        var fails = Failed > 0 && (Failed == Total || threshold is null || IsAbove(threshold));
        return fails
            ? (RemediationTypes.Failed, string.Create(CultureInfo.InvariantCulture, $"{Failed} of {Total} resources could not be remediated. See the deployments of the remediation."))
            : (RemediationTypes.Succeeded, null);
    }
}
