using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Rendering;

/// <summary>Small plans for the tests of renderings.</summary>
internal static class RenderedPlans
{
    public const string Subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";

    public static DeploymentPlan Of(params ImmutableArray<PlanOperation> operations) => new(
        new PlanHeader(DateTimeOffset.UnixEpoch, "plumbline/1.0.0", null),
        new PlanEnvironment("prod", "AzureCloud", null, Subscription, "22222222-2222-2222-2222-222222222222", null),
        new PlanInputs("", "", ""),
        new PlanBaseline("", "arm", ImmutableSortedDictionary<string, int>.Empty),
        new PlanLimits(10, [], []),
        operations, 1, [], [], null) { PlanId = "sha256:00" };

    public static PlanOperation Put(string name, PlanAction action, ArmObjectKind kind = ArmObjectKind.PolicyDefinition, int phase = PlanPhase.Definitions, string body = "{}") =>
        new($"{phase}-{kind.Word()}-{name}", PlanLane.Policy, phase, kind, kind.IdAt(Subscription, name), action, (ObjectValue)Json(body), "definitions/a.json");

    public static PlanOperation Delete(string name, ArmObjectKind kind = ArmObjectKind.PolicyDefinition) =>
        new($"7-{name}", PlanLane.Policy, PlanPhase.Deletes, kind, kind.IdAt(Subscription, name), PlanAction.Delete, null, null) { Risk = PlanRisk.Destructive };

    public static PropertyDifference Difference(string path, string? before, string? after) =>
        new(path, before is null ? UndefinedValue.Instance : Json(before), after is null ? UndefinedValue.Instance : Json(after));

    public static PolicyValue Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return PolicyValueReader.FromElement(document.RootElement);
    }
}
