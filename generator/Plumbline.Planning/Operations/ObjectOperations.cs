using System.Globalization;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>Makes the operation that brings one object about.</summary>
internal sealed class ObjectOperations(LiveState live, Ownership ownership)
{
    /// <summary>The operation; null when the object is as it is to be, or may not be touched.</summary>
    /// <param name="wanted">The object.</param>
    /// <param name="phase">When.</param>
    /// <param name="defaults">For an assignment, the parameter declarations of what it assigns.</param>
    public (PlanOperation? Operation, Diagnostic? Problem) For(DesiredObject wanted, int phase, ObjectValue? defaults = null)
    {
        var existing = live.Find(wanted.Id);
        if ((ownership.Problem(wanted, existing) ?? ownership.Problem(wanted, wanted.Supersedes)) is { } problem) return (null, problem);
        return (existing is null ? Create(wanted, phase) : Update(wanted, existing, phase, defaults), null);
    }

    /// <summary>Where an object is declared, as people write it.</summary>
    public static string Source(SourceLocation at) =>
        at.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{at.File}:{span.Line}") : at.File;

    /// <summary>What has to be there for an existing object to be written.</summary>
    public static PlanPrecondition Exists(ArmObject existing) =>
        new(true, ObjectDigest.OfLive(existing), existing.Properties["instanceId"] is TextValue instance ? instance.Value : null);

    private static PlanOperation Create(DesiredObject wanted, int phase) =>
        New(wanted, phase, wanted.Supersedes is null ? PlanAction.Create : PlanAction.Successor, wanted.Body) with
        {
            Reasons = [.. wanted.Refusals],
            Supersedes = wanted.Supersedes?.Id,
            Risk = wanted.Supersedes is not null || wanted.Kind is ArmObjectKind.PolicyAssignment or ArmObjectKind.PolicyExemption ? PlanRisk.Review : PlanRisk.None,
        };

    private PlanOperation? Update(DesiredObject wanted, ArmObject existing, int phase, ObjectValue? defaults)
    {
        var differences = ObjectComparison.Compare(wanted.Kind, existing.Document, wanted.Body);
        if (differences.IsEmpty) return null;
        var body = WritableBody.Over(existing, wanted.Body);
        var @class = ChangeReasons.ClassOf(wanted.Kind, differences, existing.Document, wanted.Body, defaults);
        return New(wanted, phase, ownership.IsOurs(existing) ? PlanAction.Update : PlanAction.Adopt, body) with
        {
            Reasons = ChangeReasons.Of(differences),
            Class = @class,
            Risk = ChangeReasons.RiskOf(@class, differences),
            Precondition = Exists(existing),
            Diff = differences,
            Inverse = new PlanInverse(WritableBody.Of(existing)),
        };
    }

    private static PlanOperation New(DesiredObject wanted, int phase, PlanAction action, ObjectValue body) =>
        new(OperationKey.Of(phase, wanted.Kind, wanted.Id), LaneOf(wanted.Kind), phase, wanted.Kind, wanted.Id, action, body, Source(wanted.At)) { Title = wanted.Title };

    /// <summary>Whose rights a kind needs.</summary>
    public static PlanLane LaneOf(ArmObjectKind kind) => kind switch
    {
        ArmObjectKind.RoleAssignment => PlanLane.Rbac,
        ArmObjectKind.PolicyExemption => PlanLane.Exemption,
        _ => PlanLane.Policy,
    };
}
