using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using static Plumbline.PlanningTests.Operations.Estate;

namespace Plumbline.PlanningTests.Deployment;

/// <summary>
/// Two versions of a deployment: the whole committed initiative and sixty objects more. Every extra policy denies storage accounts of one name, so that anybody can ask whether it is in force.
/// From the first to the second version there are new objects, an update, a successor of a definition, a successor of an initiative with its assignment and its exemption, removals, and an identity that gets a role.
/// </summary>
internal static class CrashWorld
{
    public const string Group = Subscription + "/resourceGroups/probes";

    /// <summary>The extra policies whose denial both versions want: changed, followed by a successor, untouched, in the initiative that gets a successor, and assigned directly.</summary>
    public static ImmutableArray<int> Protected { get; } = [0, 1, 3, 9, 31, 33];

    public static PolicyDocuments First { get; } = With(
        [.. Enumerable.Range(0, 36).Select(i => Extra(i))],
        InitiativeOf("extras", Enumerable.Range(0, 20)));

    public static PolicyDocuments Second { get; } = With(
        [
            Extra(0, version: "1.1.0", also: "changed00"),
            Extra(1, version: "2.0.0", isIncompatible: true),
            .. Enumerable.Range(2, 40).Where(i => i != 35).Select(i => Extra(i)),
            Modifying("tagging"),
        ],
        InitiativeOf("extras", Enumerable.Range(0, 24).Where(i => i != 2)));

    public static DeploymentEnvironment FirstEnvironment { get; } = Environment(
        [Baseline, Extras, .. Enumerable.Range(30, 6).Select(Direct)]) with
    {
        Exemptions = [Exemption("waived", ExemptionTargetKind.Initiative, "extras"), Exemption("direct", ExemptionTargetKind.Policy, "extra-31")],
    };

    public static DeploymentEnvironment SecondEnvironment { get; } = Environment(
        [Baseline, Extras, .. Enumerable.Range(30, 12).Where(i => i != 35).Select(Direct), Assignment("tagging", "tagging", ArmObjectKind.PolicyDefinition) with { Identity = new(null, "westeurope") }]) with
    {
        Guards = new(100, [], []),
        Exemptions = [Exemption("waived", ExemptionTargetKind.Initiative, "extras"), Exemption("more", ExemptionTargetKind.Policy, "extra-33")],
    };

    /// <summary>The name of the storage account that an extra policy denies.</summary>
    public static string Violation(int i) => string.Create(CultureInfo.InvariantCulture, $"violates{i:00}");

    private static AssignmentDeclaration Baseline => Assignment("azure-container-apps", "azure-container-apps") with { Identity = new(null, "westeurope") };

    private static AssignmentDeclaration Extras => Assignment("extras", "extras") with { Effects = [new(new(MemberChoiceKind.Control, "NS-1", At), "Deny")] };

    private static AssignmentDeclaration Direct(int i) => Assignment(Name(i), Name(i), ArmObjectKind.PolicyDefinition) with { Parameters = Json("""{"effect":"Deny"}""") };

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"extra-{i:00}");

    private static PolicyDocuments With(ImmutableArray<PolicyDocument> definitions, PolicyDocument initiative) => Checkout.Documents with
    {
        Definitions = [.. Checkout.Documents.Definitions, .. definitions],
        Initiatives = [.. Checkout.Documents.Initiatives, initiative],
    };

    private static PolicyDocument InitiativeOf(string name, IEnumerable<int> members) => Initiative(name, [.. members.Select(Name)]);

    // The first version of number 1 has a parameter that the second lacks, which Azure refuses for an existing definition.
    private static PolicyDocument Extra(int i, string version = "1.0.0", string? also = null, bool isIncompatible = false)
    {
        var own = i != 1 ? "" : isIncompatible ? ""","tag":{"type":"String","defaultValue":"a"}""" : ""","old":{"type":"String","defaultValue":"a"}""";
        var used = i != 1 ? "" : $$""",{"value":"[parameters('{{(isIncompatible ? "tag" : "old")}}')]","equals":"a"}""";
        var names = also is null ? $"\"{Violation(i)}\"" : $"\"{Violation(i)}\",\"{also}\"";
        return new(
            Name(i),
            Json($$"""
                {"name":"{{Name(i)}}","properties":{"displayName":"Extra {{i}}","mode":"All","metadata":{"version":"{{version}}"},
                "parameters":{"effect":{"type":"String","defaultValue":"Audit","allowedValues":["Audit","Deny","Disabled"]}{{own}}},
                "policyRule":{"if":{"allOf":[{"field":"type","equals":"Microsoft.Storage/storageAccounts"},{"field":"name","in":[{{names}}]}{{used}}]},"then":{"effect":"[parameters('effect')]"} } } }
                """),
            At);
    }

    private static ExemptionDeclaration Exemption(string name, ExemptionTargetKind kind, string target) =>
        new(name, new(kind, target, At), [Subscription + "/resourceGroups/legacy"], "Waiver", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), "team", "T-1", At);
}
