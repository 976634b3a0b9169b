using CsCheck;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using static Plumbline.EmulatorTests.Insights.StateSamples;

namespace Plumbline.EmulatorTests.Insights;

public sealed class PolicyStateTableTests
{
    private static readonly AssignedMember[] Members = [.. MembersOf(Assigned())];
    private static readonly StoredResource[] Resources = [.. Enumerable.Range(0, 4).Select(number => Resource($"{Subscription}/resourceGroups/rg/providers/X.Y/apps/{number}", "{}"))];

    private static readonly Gen<ResourceVerdicts> Evaluation = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 3], (resource, minute, mask) => new ResourceVerdicts(
        Resources[resource], Now.AddMinutes(minute), [.. Members.Where((_, member) => (mask >> member & 1) != 0).Select(member => new PolicyState(member, (ComplianceState)(minute % 7), "Audit"))]));

    [Fact]
    public void Table_after_any_changes_holds_what_a_dictionary_does() =>
        Gen.OneOf(
            Evaluation.Select(evaluation => (Change)new Change.One(evaluation)),
            Evaluation.List[0, 4].Select(many => (Change)new Change.Many([.. many.DistinctBy(evaluation => evaluation.Resource.Id)])),
            Gen.Int[0, 3].Select(resource => (Change)new Change.Resource(resource)),
            Gen.Int[0, 1].Select(member => (Change)new Change.Assignment(member))).List[0, 20].Sample(changes =>
            {
                var table = PolicyStateTable.Empty;
                var expected = new Dictionary<ResourceId, ResourceVerdicts>();
                foreach (var change in changes)
                {
                    var before = table;
                    table = Apply(table, expected, change);
                    var differing = Resources.Select(resource => resource.Id).Where(id => !ReferenceEquals(before.Find(id), table.Find(id)));
                    Assert.Superset(differing.ToHashSet(), table.Saved().Unsaved.Union(table.Unsaved).ToHashSet());
                }

                Assert.Equal(expected.Values.Order(ResourceVerdicts.NewestFirst).Select(Text), table.Newest.Select(Text));
                Assert.All(Resources, resource => Assert.Equal(expected.GetValueOrDefault(resource.Id) is { } one ? Text(one) : null, table.Find(resource.Id) is { } found ? Text(found) : null));
            });

    [Fact]
    public void What_was_replaced_is_history_as_long_as_its_assignment_lives()
    {
        var first = new ResourceVerdicts(Resources[0], Now, [new PolicyState(Members[0], ComplianceState.Compliant, "Audit"), new PolicyState(Members[1], ComplianceState.Compliant, "Audit")]);
        var table = PolicyStateTable.Empty.With(first).With(first with { Timestamp = Now.AddMinutes(1) }).With(first with { Timestamp = Now.AddMinutes(2), States = [] });

        Assert.Equal([Now.AddMinutes(1), Now], table.History.Select(verdicts => verdicts.Timestamp));
        var rest = table.WithoutAssignment(Members[0].Assignment.Id);
        Assert.Equal([1, 1], rest.History.Select(verdicts => verdicts.States.Length));
        Assert.Empty(rest.WithoutAssignment(Members[1].Assignment.Id).History);
    }

    [Fact]
    public void Rows_that_are_kept_make_the_same_table_again()
    {
        var state = Assigned().With(Resources[0]).With(Resources[1]);
        var table = PolicyStateTable.Empty
            .With(new ResourceVerdicts(Resources[0], Now, [new PolicyState(Members[0], ComplianceState.NonCompliant, "Deny"), new PolicyState(Members[1], ComplianceState.Exempt, "Audit")]))
            .With(new ResourceVerdicts(Resources[1], Now.AddMinutes(1), [new PolicyState(Members[1], ComplianceState.Conflict, "Modify")]))
            .With(new ResourceVerdicts(Resources[2], Now, [new PolicyState(Members[1], ComplianceState.Compliant, "Audit")]));

        var again = PolicyStateRows.FromRows(state, Policies.MembersOf(state), table.Newest.SelectMany(PolicyStateRows.ToRows));

        Assert.Equal(table.Without(Resources[2].Id).Newest.Select(Text), again.Newest.Select(Text));
        Assert.Empty(again.Unsaved);
    }

    private static PolicyStateTable Apply(PolicyStateTable table, Dictionary<ResourceId, ResourceVerdicts> expected, Change change)
    {
        switch (change)
        {
            case Change.One(var evaluation):
                Put(expected, evaluation);
                return table.With(evaluation);
            case Change.Many(var many):
                foreach (var evaluation in many) Put(expected, evaluation);
                return table.WithMany(many);
            case Change.Resource(var number):
                expected.Remove(Resources[number].Id);
                return table.Without(Resources[number].Id);
            case Change.Assignment(var number):
                foreach (var evaluation in expected.Values.ToList()) Put(expected, evaluation with { States = evaluation.States.RemoveAll(state => state.Member == Members[number]) });
                return table.WithoutAssignment(Members[number].Assignment.Id);
            default: throw new ArgumentException("Unknown change.", nameof(change));
        }
    }

    private static void Put(Dictionary<ResourceId, ResourceVerdicts> expected, ResourceVerdicts evaluation)
    {
        if (evaluation.States.IsEmpty) expected.Remove(evaluation.Resource.Id);
        else expected[evaluation.Resource.Id] = evaluation;
    }

    private static string Text(ResourceVerdicts verdicts) =>
        $"{verdicts.Timestamp:O} {verdicts.Resource.Id} {string.Join(',', verdicts.States.Select(state => $"{state.Member.Assignment.Id.Name} {state.State} {state.Effect}"))}";

    private static ArmState Assigned() => Empty
        .Assign("one", """{"if":{"field":"name","exists":true},"then":{"effect":"audit"}}""").Assign("two", """{"if":{"field":"name","exists":true},"then":{"effect":"audit"}}""");

    private static IEnumerable<AssignedMember> MembersOf(ArmState state) => Policies.MembersOf(state).Select(policy => AssignedMember.Of(state.PolicyObjects, policy)).OfType<AssignedMember>();

    private abstract record Change
    {
        public sealed record One(ResourceVerdicts Evaluation) : Change;

        public sealed record Many(ResourceVerdicts[] Evaluations) : Change;

        public sealed record Resource(int Number) : Change;

        public sealed record Assignment(int Number) : Change;
    }
}
