using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>What a plan means, in sentences for somebody who has never seen the tool. What takes something away comes first.</summary>
internal static class PlanMeaning
{
    private const int MostNames = 10;

    /// <summary>The sentences.</summary>
    public static ImmutableArray<PlanStatement> Of(DeploymentPlan plan)
    {
        var objects = PlanCounts.Of(plan).Objects;
        ImmutableArray<PlanStatement> statements =
        [
            .. Deletes(plan, objects), .. EnforcementChange.Of(plan).Select(change => change.Statement()),
            .. objects.Where(one => one.Action == PlanAction.Successor).Select(Succeeded),
            .. RoleStatements.Of(objects), .. ExemptionStatements.Of(objects),
            .. objects.Where(one => one.Action == PlanAction.Adopt).Select(Adopted),
            .. Judged(objects), .. Words(objects), .. Foreign(plan),
        ];
        return [.. statements.OrderByDescending(statement => statement.TakesAway)];
    }

    private static IEnumerable<PlanStatement> Deletes(DeploymentPlan plan, ImmutableArray<PlanOperation> objects) =>
        from one in objects
        where one.Action == PlanAction.Delete && one.Kind is not (ArmObjectKind.RoleAssignment or ArmObjectKind.PolicyExemption)
        let successor = plan.Operations.FirstOrDefault(other => string.Equals(other.Supersedes, one.Id, StringComparison.OrdinalIgnoreCase))
        let after = successor is null ? string.Empty : $", after {ObjectWords.NameIn(successor.Id)} has taken its place"
        select new PlanStatement(PlanLineStyle.Delete, "Deletes", $"{ObjectWords.LabelWithPlace(one)}{after}.");

    private static PlanStatement Succeeded(PlanOperation one) => new(
        PlanLineStyle.Successor,
        "Replaces without a gap",
        $"{one.Kind.Noun()} {ObjectWords.NameIn(one.Supersedes ?? one.Id)} at {ObjectWords.Place(ArmScope.Of(one.Id))}: Azure cannot change it this way, so {ObjectWords.NameIn(one.Id)} is created first and the old one stays until everything else is done.");

    private static PlanStatement Adopted(PlanOperation one) => new(
        PlanLineStyle.Adopt,
        "Takes over",
        $"{ObjectWords.LabelWithPlace(one)}, which exists without the mark of this deployment{(one.Class == PlanClass.Ownership ? "; nothing else about it changes" : " and is changed as well")}.");

    private static IEnumerable<PlanStatement> Judged(ImmutableArray<PlanOperation> objects)
    {
        var changed = objects.Where(one => one.Action == PlanAction.Update && one.Class == PlanClass.Behaviour && one.Kind is not (ArmObjectKind.RoleAssignment or ArmObjectKind.PolicyExemption) && one.Diff.Any(difference => difference.Path != EnforcementChange.Path)).Select(ObjectWords.Label).ToList();
        if (changed.Count > 0) yield return new(PlanLineStyle.Update, "Changes what policies do", $"in {CountWords.Of(changed.Count, "object")}: {CountWords.List(changed, MostNames)}.");
    }

    private static IEnumerable<PlanStatement> Words(ImmutableArray<PlanOperation> objects)
    {
        var words = objects.Count(one => one.Action == PlanAction.Update && one.Class == PlanClass.Documentation);
        if (words > 0) yield return new(PlanLineStyle.Plain, "Changes words only", $"(texts, versions, order) in {CountWords.Of(words, "object")}.");
        var marks = objects.Count(one => one.Action == PlanAction.Update && one.Class == PlanClass.Ownership);
        if (marks > 0) yield return new(PlanLineStyle.Plain, "Changes only the mark", $"of this deployment on {CountWords.Of(marks, "object")}.");
    }

    private static IEnumerable<PlanStatement> Foreign(DeploymentPlan plan)
    {
        if (plan.Foreign.IsEmpty) yield break;
        var owners = plan.Foreign.GroupBy(one => one.Owner, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => $"{CountWords.Of(same.Count())} {OwnerWords(same.Key)}").ToList();
        yield return new(PlanLineStyle.Plain, "Leaves alone", $"{CountWords.Of(plan.Foreign.Length, "object")} of others: {CountWords.List(owners, MostNames)}.");
    }

    private static string OwnerWords(string owner) => owner switch
    {
        "unmarked" => "without an owner's mark",
        "defender" => "of Defender for Cloud",
        "system" => "of Azure itself",
        _ when owner.StartsWith("epac:", StringComparison.Ordinal) => $"of Enterprise Policy as Code ({owner[5..]})",
        _ when owner.StartsWith("plumbline:", StringComparison.Ordinal) => $"of another Plumbline owner ({owner[10..]})",
        _ => $"of {owner}",
    };
}
