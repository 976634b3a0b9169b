using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using static Plumbline.EmulatorTests.Insights.StateSamples;

namespace Plumbline.EmulatorTests.Insights;

public sealed class ComplianceScanTests
{
    private const string Things = Subscription + "/resourceGroups/rg/providers/Contoso.Things/things";
    private const string AuditNamed = """{"if":{"field":"name","like":"bad*"},"then":{"effect":"audit"}}""";

    [Fact]
    public void Scan_gives_the_states_and_effects_that_evaluation_with_explanations_gives()
    {
        var state = Estate();

        var scanned = new ComplianceScan(Policies).Run(state, Id(Subscription), Now);

        var slow = new AssignmentVerdicts(Policies, state, Now, apiVersion: null);
        var expected = state.Within(Id(Subscription)).Where(resource => !resource.Id.Is("Microsoft.Resources/deployments") && (!ResourceTypes.DecidesPolicy(resource.Id) || resource.Id.Is(ResourceTypes.Subscription)))
            .SelectMany(resource => slow.On(resource).Select(record => $"{resource.Id} {record.Policy.Assignment.Name} {record.State} {record.Effect}"));
        var actual = scanned.SelectMany(verdicts => verdicts.States.Select(record => $"{verdicts.Resource.Id} {record.Member.Assignment.Id.Name} {record.State} {record.Effect}")).ToList();
        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
        Assert.Equal(
            ["Compliant", "Conflict", "Error", "Exempt", "NonCompliant", "Protected", "Unknown"],
            scanned.SelectMany(verdicts => verdicts.States).Select(record => record.State.ToString()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Resource_without_any_policy_has_no_records()
    {
        var state = Empty.With(Resource(Things + "/a", "{}"));

        var kept = ComplianceScan.Keep(state, new ComplianceScan(Policies).Run(state, Id(Subscription), Now));

        Assert.Empty(kept.PolicyStates.Newest);
    }

    [Fact]
    public void Scan_leaves_alone_what_changed_meanwhile()
    {
        var before = Empty.Assign("named", AuditNamed).Assign("again", AuditNamed)
            .With(Resource(Things + "/bad", "{}")).With(Resource(Things + "/bad2", "{}")).With(Resource(Things + "/bad3", "{}"));
        var scanned = new ComplianceScan(Policies).Run(before, Id(Subscription + "/resourceGroups/rg"), Now);

        var meanwhile = before.Without(Id(Things + "/bad2")).With(Resource(Things + "/bad3", """{"tags":{"a":"b"}}""")).Without(Id(Authorization + "/policyAssignments/again"));
        var kept = ComplianceScan.Keep(meanwhile, scanned).PolicyStates;

        Assert.Null(kept.Find(Id(Things + "/bad2")));
        Assert.Null(kept.Find(Id(Things + "/bad3")));
        Assert.Equal(["named"], kept.Find(Id(Things + "/bad"))?.States.Select(record => record.Member.Assignment.Id.Name) ?? []);
    }

    private static ArmState Estate() => Empty
        .Assign("named", AuditNamed)
        .Assign("located", """{"if":{"field":"location","notIn":["westeurope"]},"then":{"effect":"[parameters('effect')]"}}""", "Indexed",
            ""","parameters":{"effect":{"value":"Deny"}},"overrides":[{"kind":"policyEffect","value":"Audit","selectors":[{"kind":"resourceLocation","in":["eastus"]}]}]""",
            """{"effect":{"type":"String","allowedValues":["Audit","Deny"],"defaultValue":"Audit"}}""")
        .Assign("modify-one", Modify("one")).Assign("modify-two", Modify("two"))
        .Assign("modify-quiet", Modify("three"), assignment: ""","enforcementMode":"DoNotEnforce" """)
        .Assign("manual", """{"if":{"field":"type","equals":"Microsoft.Resources/subscriptions"},"then":{"effect":"manual","details":{"defaultState":"Unknown"}}}""")
        .Assign("deny-action", """{"if":{"field":"name","equals":"bad-kept"},"then":{"effect":"denyAction","details":{"actionNames":["delete"]}}}""")
        .Assign("related", """{"if":{"field":"type","equals":"Contoso.Things/things"},"then":{"effect":"auditIfNotExists","details":{"type":"Contoso.Things/things/parts"}}}""")
        .Assign("broken", """{"if":{"value":"[div(1, 0)]","equals":1},"then":{"effect":"audit"}}""")
        .Assign("gone", AuditNamed).Without(Id(Authorization + "/policyDefinitions/gone"))
        .Assign("tagged", """{"if":{"value":"[resourceGroup().location]","equals":"westeurope"},"then":{"effect":"audit"}}""", assignment: $$""","notScopes":["{{Things}}/fine"]""")
        .With(Resource($"{Things}/bad-exempt/providers/Microsoft.Authorization/policyExemptions/e", $$$"""{"properties":{"policyAssignmentId":"{{{Authorization}}}/policyAssignments/named","exemptionCategory":"Waiver"}}"""))
        .With(Resource(Things + "/fine", """{"location":"westeurope"}""")).With(Resource(Things + "/fine/parts/p", "{}"))
        .With(Resource(Things + "/bad", """{"location":"eastus","tags":{"owner":"me"}}""")).With(Resource(Things + "/bad-exempt", """{"location":"northeurope"}"""))
        .With(Resource(Things + "/bad-kept", "{}"))
        .With(Resource(Subscription + "/resourceGroups/rg/providers/Microsoft.Resources/deployments/d", "{}"));

    private static string Modify(string value) =>
        $$$$"""{"if":{"field":"tags['owner']","exists":true},"then":{"effect":"modify","details":{"roleDefinitionIds":["r"],"conflictEffect":"deny","operations":[{"operation":"addOrReplace","field":"tags['owner']","value":"{{{{value}}}}"}]}}}""";
}
