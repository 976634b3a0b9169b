using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Drift;

/// <summary>Says of a plan that nobody means to apply how the endpoint differs from what is declared, and who moved: the endpoint or the documents.</summary>
public static class DriftFinder
{
    private const string BuiltInMovedCode = "PLB4055";
    private const int MostReasons = 8;

    /// <summary>The findings, in the order of the plan; then exemptions that have ended, then built-ins.</summary>
    /// <param name="plan">The plan made from <paramref name="live"/>.</param>
    /// <param name="live">What is there.</param>
    /// <param name="now">The time by which exemptions end.</param>
    public static ImmutableArray<DriftFinding> Find(DeploymentPlan plan, LiveState live, DateTimeOffset now)
    {
        var superseded = plan.Operations.Select(operation => operation.Supersedes).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<DriftFinding> found = [.. plan.Operations.Where(operation => !superseded.Contains(operation.Id) && (operation.Principal is not null || seen.Add(operation.Id))).Select(operation => Of(operation, live, now))];
        return [.. found, .. Expired(plan, live, now).Where(one => !seen.Contains(one.ObjectId)), .. BuiltIns(plan, live)];
    }

    private static DriftFinding Of(PlanOperation operation, LiveState live, DateTimeOffset now) => operation.Action switch
    {
        PlanAction.Create when operation.Kind == ArmObjectKind.RoleAssignment => Finding(DriftClass.MissingRole, operation, $"the role '{operation.Title}' is missing; it is needed by {string.Join(", ", operation.Principal?.Because ?? [])}"),
        PlanAction.Create => Finding(DriftClass.Missing, operation, "it is declared and does not exist"),
        PlanAction.Successor => Finding(DriftClass.DocumentsChanged, operation, $"what is declared cannot be made of '{operation.Supersedes}', so this is to take its place"),
        PlanAction.Delete => Undeclared(operation, live, now),
        _ => Changed(operation, live),
    };

    private static DriftFinding Changed(PlanOperation operation, LiveState live)
    {
        var what = Reasons(operation);
        if (live.Find(operation.Id) is not { } existing || !VersionCheck.WasEdited(existing)) return Finding(DriftClass.DocumentsChanged, operation, $"what is declared has changed: {what}");
        var (by, on) = (Text(existing.Metadata, "updatedBy") ?? SystemData(existing, "lastModifiedBy"), Text(existing.Metadata, "updatedOn") ?? SystemData(existing, "lastModifiedAt"));
        var who = by is null ? string.Empty : $" by {by}";
        var when = on is null ? string.Empty : $" on {on}";
        return Finding(DriftClass.Edited, operation, $"it was changed outside of this deployment{who}{when}: {what}") with { UpdatedBy = by, UpdatedOn = on };
    }

    private static DriftFinding Undeclared(PlanOperation operation, LiveState live, DateTimeOffset now)
    {
        if (operation.Kind == ArmObjectKind.RoleAssignment) return Finding(DriftClass.OrphanRole, operation, $"the role '{operation.Title}' was given for this deployment, and no policy needs it any more");
        if (operation.Kind != ArmObjectKind.PolicyExemption || live.Find(operation.Id) is not { } exemption) return Finding(DriftClass.OwnedButUndeclared, operation, "it belongs to this deployment and is not declared");
        if (EndOf(exemption) is { } end && end <= now) return Finding(DriftClass.ExpiredExemption, operation, Ended(end));
        return Text(exemption.Properties, "policyAssignmentId") is { } assignment && live.Find(assignment) is null
            ? Finding(DriftClass.OrphanExemption, operation, $"it is from '{assignment}', which does not exist")
            : Finding(DriftClass.OwnedButUndeclared, operation, "it belongs to this deployment and is not declared");
    }

    // What is declared and has ended is as declared, and still means that resources are not exempt.
    private static IEnumerable<DriftFinding> Expired(DeploymentPlan plan, LiveState live, DateTimeOffset now)
    {
        var mark = new DeploymentEnvironment(plan.Environment.Name, plan.Environment.Cloud, plan.Environment.TenantId, plan.Environment.DefinitionScope, plan.Environment.OwnerId, new SourceLocation(string.Empty));
        return from exemption in live.Of(ArmObjectKind.PolicyExemption)
               where OwnershipMark.IsOf(mark, exemption)
               let end = EndOf(exemption)
               where end <= now
               orderby exemption.Id
               select new DriftFinding(DriftClass.ExpiredExemption, exemption.Id, Ended(end.Value), null);
    }

    private static IEnumerable<DriftFinding> BuiltIns(DeploymentPlan plan, LiveState live) =>
        from warning in plan.Warnings
        where warning.Code == BuiltInMovedCode
        let builtIn = live.BuiltIns.FirstOrDefault(one => warning.Message.Contains($"'{one.Id}'", StringComparison.OrdinalIgnoreCase))
        select new DriftFinding(DriftClass.BuiltInMoved, builtIn?.Id ?? warning.Code, warning.Message, null);

    private static DriftFinding Finding(DriftClass kind, PlanOperation operation, string message) => new(kind, operation.Id, message, operation.Source);

    private static string Reasons(PlanOperation operation) => operation.Reasons.Length <= MostReasons
        ? string.Join(", ", operation.Reasons)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", operation.Reasons.Take(MostReasons))} and {operation.Reasons.Length - MostReasons} more");

    private static string Ended(DateTimeOffset end) => string.Create(CultureInfo.InvariantCulture, $"it ended on {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC: nothing is exempt by it");

    private static DateTimeOffset? EndOf(ArmObject exemption) =>
        Text(exemption.Properties, "expiresOn") is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null;

    private static string? SystemData(ArmObject one, string name) => one.Document["systemData"] is ObjectValue data ? Text(data, name) : null;

    private static string? Text(ObjectValue item, string name) => item[name] is TextValue { Value.Length: > 0 } text ? text.Value : null;
}
