using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Arm.Compliance;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Policy.Values;
using Plumbline.Reporting;

namespace Plumbline.Cli.Deploying;

/// <summary>Measures a ring: what Policy Insights says of its assignments.</summary>
internal static class RingGateCheck
{
    /// <summary>The measurement; null, with the reason reported and its exit code, when the states cannot be read.</summary>
    public static async Task<(RingMeasurement? Measured, ExitCode Code)> MeasureAsync(CommandContext context, DeploymentSession session, string next, CancellationToken cancellationToken)
    {
        var (live, code) = await PlanMaker.ReadAsync(context, session, cancellationToken).ConfigureAwait(false);
        if (live is null) return (null, code);

        var states = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var denied = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (assignmentId, references) in RingPreview.Denying(session.Environment, next, session.Documents, live).Where(one => live.Find(one.AssignmentId) is not null))
        {
            var reading = await new ComplianceReader(session.Connection, assignmentId).ReadAsync(session.At, cancellationToken).ConfigureAwait(false);
            if (reading.Value is null) return (null, EnvironmentCommands.Fail(context, reading.Failure, reading.Diagnostics));
            foreach (var row in reading.Value.Rows) Count(row, references, states, denied);
        }

        var nonCompliant = states.Values.Count(isBad => isBad);
        return (new RingMeasurement(states.Count - nonCompliant, nonCompliant, denied.Count, Current(live, context.World.Time.GetUtcNow())), ExitCode.Success);
    }

    private static void Count(ComplianceRow row, ImmutableHashSet<string> references, Dictionary<string, bool> states, HashSet<string> denied)
    {
        var isBad = string.Equals(row.State, "NonCompliant", StringComparison.OrdinalIgnoreCase);
        if (!isBad && !string.Equals(row.State, "Compliant", StringComparison.OrdinalIgnoreCase)) return;
        states[row.ResourceId] = isBad || states.GetValueOrDefault(row.ResourceId);
        if (isBad && references.Contains(row.ReferenceId)) denied.Add(row.ResourceId);
    }

    // The service stamps every change of an assignment: a later one starts the clock again.
    private static TimeSpan? Current(LiveState live, DateTimeOffset now)
    {
        var changes = live.Of(ArmObjectKind.PolicyAssignment)
            .Select(one => one.Metadata["updatedOn"] as TextValue ?? one.Metadata["createdOn"] as TextValue)
            .Select(text => DateTimeOffset.TryParse(text?.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null)
            .OfType<DateTimeOffset>()
            .ToImmutableArray();
        return changes.IsEmpty ? null : now - changes.Max();
    }
}
