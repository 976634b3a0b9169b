using System.Collections.Immutable;
using System.Text;
using Plumbline.Cli.Impact;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.PlanningTests.Rendering;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.PlanningTests.Impact;

/// <summary>Small estates for tests of the impact: a definition that wants <c>properties.size</c> to be at most 3, in an initiative with the group NS-1.</summary>
internal static class ImpactSample
{
    public const string Scope = RenderedPlans.Subscription;

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static ArmObject Definition(string effect = "deny", int most = 3, string details = "") => Live(
        ArmObjectKind.PolicyDefinition, "size", $$$$"""{"mode":"All","policyRule":{"if":{"allOf":[{"field":"type","equals":"A.B/c"},{"field":"properties.size","greater":{{{{most}}}}}]},"then":{"effect":"{{{{effect}}}}"{{{{details}}}}}}}""");

    public static ArmObject Initiative { get; } = Live(
        ArmObjectKind.PolicySetDefinition, "set", $$"""{"policyDefinitionGroups":[{"name":"NS-1"}],"policyDefinitions":[{"policyDefinitionReferenceId":"size","policyDefinitionId":"{{IdOf(ArmObjectKind.PolicyDefinition, "size")}}","groupNames":["NS-1"]}]}""");

    public static ArmObject Assignment(string more = "") => Live(
        ArmObjectKind.PolicyAssignment, "a", $$"""{"policyDefinitionId":"{{IdOf(ArmObjectKind.PolicySetDefinition, "set")}}"{{more}}}""");

    public static ArmObject Exemption(string resourceGroup, string more = "") => new(
        ArmObjectKind.PolicyExemption,
        ArmObjectKind.PolicyExemption.IdAt($"{Scope}/resourceGroups/{resourceGroup}", "e"),
        Document(ArmObjectKind.PolicyExemption.IdAt($"{Scope}/resourceGroups/{resourceGroup}", "e"), $$"""{"policyAssignmentId":"{{IdOf(ArmObjectKind.PolicyAssignment, "a")}}","exemptionCategory":"Waiver"{{more}}}"""));

    public static string IdOf(ArmObjectKind kind, string name) => kind.IdAt(Scope, name);

    public static string Resource(string name, string size, string group = "g") =>
        $$"""{"id":"{{Scope}}/resourceGroups/{{group}}/providers/A.B/c/{{name}}","name":"{{name}}","type":"A.B/c","location":"westeurope","properties":{"size":{{size}} } }""";

    /// <summary>The impact of going from some objects to others.</summary>
    public static PlanImpact Of(ImmutableArray<ArmObject> before, ImmutableArray<ArmObject> after, params string[] resources) => Of(before, after, isPlanned: false, resources);

    public static PlanImpact Of(ImmutableArray<ArmObject> before, ImmutableArray<ArmObject> after, bool isPlanned, params string[] resources)
    {
        var worlds = new PlanWorlds(Plan(before, after), new LiveState(before, [], "arm"), new PolicyDocuments([], [], []));
        var aliases = new ScanAliases(AliasTable.Empty, UnknownAliasHandling.ReadFromRoot);
        var batch = new ResourceBatch([.. resources.Select((text, index) => Scanned(text, index, isPlanned))], [], 0);
        return ImpactCalculator.Compute(worlds.Before(aliases), worlds.After(aliases), new ImpactInputs(["inventory.json"], [batch]), Now, ImmutableArray.CreateBuilder<Diagnostic>(), CancellationToken.None);
    }

    /// <summary>The counts of the one control: compliant, newly non-compliant, newly compliant, denied, modified, deployed.</summary>
    public static (int, int, int, int, int, int) Counts(PlanImpact impact)
    {
        var control = Assert.Single(impact.Controls);
        return (control.Compliant, control.NewlyNonCompliant, control.NewlyCompliant, control.Denied, control.Modified, control.Deployed);
    }

    public static string[] Findings(PlanImpact impact) => [.. impact.Findings.Select(finding => $"{finding.ResourceId[(finding.ResourceId.LastIndexOf('/') + 1)..]} {finding.Policy} {finding.Change} {finding.Source}")];

    public static DeploymentPlan Plan(ImmutableArray<ArmObject> before, ImmutableArray<ArmObject> after) => RenderedPlans.Of(
    [
        .. after.Where(one => !before.Any(old => old.Id == one.Id && old.Document.Equals(one.Document))).Select(one => new PlanOperation(one.Id, PlanLane.Policy, 1, one.Kind, one.Id, PlanAction.Update, one.Document, null)),
        .. before.Where(one => !after.Any(kept => kept.Id == one.Id)).Select(one => new PlanOperation(one.Id, PlanLane.Policy, PlanPhase.Deletes, one.Kind, one.Id, PlanAction.Delete, null, null)),
    ]);

    private static ScannedResource Scanned(string text, int index, bool isPlanned)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return new(utf8, ResourceHeader.Read(utf8), new ResourceOrigin(new SourceLocation("inventory.json", new TextSpan(index + 1, 1))), isPlanned);
    }

    private static ArmObject Live(ArmObjectKind kind, string name, string properties) => new(kind, IdOf(kind, name), Document(IdOf(kind, name), properties));

    private static ObjectValue Document(string id, string properties) => PolicyValueReader.Object(("id", new TextValue(id)), ("name", new TextValue(id[(id.LastIndexOf('/') + 1)..])), ("properties", RenderedPlans.Json(properties)));
}
