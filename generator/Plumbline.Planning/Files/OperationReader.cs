using Plumbline.Planning.Comparison;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Files;

/// <summary>Reads one operation of a plan.</summary>
internal static class OperationReader
{
    /// <summary>The operation.</summary>
    /// <exception cref="FormatException">A member is missing or wrong.</exception>
    public static PlanOperation Read(ObjectValue item)
    {
        var body = item.ObjectOrNull("body");
        var kind = ArmObjectKinds.FromWord(item.Text("kind")) ?? throw JsonMembers.Wrong("kind", "a kind of object");
        var action = item.Word<PlanAction>("action");
        if (action == PlanAction.Delete != body is null) throw JsonMembers.Wrong("body", "there for everything but a delete");
        if (body is not null && item.Text("bodyDigest") != ObjectDigest.Of(body)) throw JsonMembers.Wrong("bodyDigest", "the digest of 'body'");
        if (!IsIdOf(kind, item.Text("id"))) throw JsonMembers.Wrong("id", $"the id of one of {kind.TypeName()}");
        return new(item.Text("op"), item.Word<PlanLane>("lane"), item.Number("phase"), kind, item.Text("id"), action, body, item.TextOrNull("source"))
        {
            Title = item.Text("title"),
            Supersedes = item.TextOrNull("supersedes"),
            Reasons = item.Texts("reasons"),
            Class = item.Word<PlanClass>("class"),
            Risk = item.Word<PlanRisk>("risk"),
            DependsOn = item.Texts("dependsOn"),
            Precondition = Precondition(item.Object("precondition")),
            Principal = item.ObjectOrNull("principal") is { } principal ? Principal(principal) : null,
            Diff = [.. item.Objects("diff").Select(difference => new PropertyDifference(difference.Text("path"), difference["before"], difference["after"]))],
            Inverse = new PlanInverse(item.Object("inverse").ObjectOrNull("body")),
        };
    }

    private static bool IsIdOf(ArmObjectKind kind, string id) =>
        id.LastIndexOf('/') is > 0 and var end && id[..end].EndsWith(ArmObjectKinds.Provider + kind.TypeName(), StringComparison.OrdinalIgnoreCase) && ArmScope.Parse(ArmScope.Of(id)) is not null;

    private static PlanPrecondition Precondition(ObjectValue item) => new(item.Flag("exists"), item.TextOrNull("digest"), item.TextOrNull("instanceId"));

    private static RolePrincipal Principal(ObjectValue item) => new(
        item.Text("assignmentId"), item.TextOrNull("principalId"), item.Text("roleDefinitionId"), item.TextOrNull("roleName"), item.Text("scope"), item.Texts("because"));
}
