using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Applying;

/// <summary>Tells how an object differs from what was expected, and who made it so.</summary>
internal static class StaleObjects
{
    /// <summary>What is there in place of what a write expects.</summary>
    public static StaleObject Of(ObjectWrite write, ArmObject? live)
    {
        var by = live is null ? null : Text(live.Document["systemData"], "lastModifiedBy") ?? Text(live.Metadata, "updatedBy") ?? Text(live.Metadata, "createdBy");
        var on = live is null ? null : Text(live.Document["systemData"], "lastModifiedAt") ?? Text(live.Metadata, "updatedOn") ?? Text(live.Metadata, "createdOn");
        var found = live is null ? null : ObjectDigest.OfLive(live);
        var wanted = write.Body is null ? null : ObjectDigest.Of(write.Body);
        return new(write.Operation, write.Id, write.Expected.Digest, found, wanted, by, on, DiagnosticCatalog.PlanStale(ApplyFailures.At(write.Operation), write.Id, State(write, live, by, on)));
    }

    private static string State(ObjectWrite write, ArmObject? live, string? by, string? on)
    {
        if (live is null) return "it does not exist any more";
        var who = $"{(by is null ? string.Empty : $" by {by}")}{(on is null ? string.Empty : $" on {on}")}";
        if (!write.Expected.Exists) return $"it was made{who}";
        var same = write.IsSatisfiedBy(live) ? ", to just what the plan wants" : string.Empty;
        var isOther = write.Expected.InstanceId is { } instance && live.Properties["instanceId"] is TextValue now && !string.Equals(now.Value, instance, StringComparison.OrdinalIgnoreCase);
        return isOther ? $"it was deleted and made again{who}" : $"it was changed{who}{same}";
    }

    private static string? Text(PolicyValue owner, string name) => owner is ObjectValue item && item[name] is TextValue { Value.Length: > 0 } text ? text.Value : null;
}
