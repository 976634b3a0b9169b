using System.Collections.Immutable;
using CsCheck;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

public sealed class AssignmentLawTests
{
    private const string AssignmentId = "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a";

    private static readonly AssignmentEvaluator Evaluator = new(new PolicyEvaluator(AliasTable.Published, UnknownAliasHandling.ReadAsPath).Evaluate);

    private static readonly PolicyLibrary Library = new(
        [KeyValuePair.Create("/d", Definition("audit")), KeyValuePair.Create("/e", Definition("deny"))],
        [
            KeyValuePair.Create("/s", Valid(PolicyParser.ParseSetDefinition(new SourceText("s", """
                {"policyDefinitions": [{"policyDefinitionReferenceId": "d", "policyDefinitionId": "/d"}, {"policyDefinitionReferenceId": "e", "policyDefinitionId": "/e"}]}
                """)))),
        ]);

    private static readonly Gen<string> AnyScope = Gen.OneOf(
        "/subscriptions/s", "/subscriptions/S/resourceGroups/one", "/subscriptions/s/resourceGroups/two", "/subscriptions/t",
        "/subscriptions/s/resourceGroups/one/providers/a/b/x", "/providers/Microsoft.Management/managementGroups/root");

    private static readonly Gen<string> AnyResource = Gen.Select(
        Gen.OneOf("one", "ONE", "two", "on"), Gen.OneOf("x", "y"), (group, name) => $"/subscriptions/s/resourceGroups/{group}/providers/a/b/{name}");

    private static readonly Gen<PolicyAssignment> AnyAssignment = Gen.Select(
        Gen.OneOf("/d", "/e", "/s"), AnyScope.Array[0, 3], Gen.OneOf(EnforcementMode.Default, EnforcementMode.DoNotEnforce, EnforcementMode.Enroll),
        (definition, notScopes, mode) => AssignmentSample.Assignment($$"""{"id": "{{AssignmentId}}", "policyDefinitionId": "{{definition}}"}""") with
        {
            NotScopes = [.. notScopes],
            EnforcementMode = mode,
        });

    private static readonly Gen<PolicyExemption> AnyExemption = Gen.Select(
        AnyScope, Gen.OneOf("d", "e", "D").Array[0, 2], Gen.Bool,
        (scope, references, isExpired) => Exemption(scope, references) with { ExpiresOn = isExpired ? Noon : null });

    private static DateTimeOffset Noon { get; } = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Another_not_scope_never_adds_a_state() => Gen.Select(AnyAssignment, AnyScope, AnyResource).Sample((assignment, scope, resource) =>
    {
        var before = Keys(Evaluate(assignment, [], resource));
        var after = Keys(Evaluate(assignment with { NotScopes = assignment.NotScopes.Add(scope) }, [], resource));
        Assert.Subset(before, after);
    });

    [Fact]
    public void Another_exemption_never_adds_a_violation_or_a_state() => Gen.Select(AnyAssignment, AnyExemption.Array[0, 3], AnyExemption, AnyResource).Sample((assignment, exemptions, more, resource) =>
    {
        var before = Evaluate(assignment, [.. exemptions], resource);
        var after = Evaluate(assignment, [.. exemptions, more], resource);
        Assert.Equal(Keys(before), Keys(after));
        Assert.Subset(Violations(before), Violations(after));
        Assert.All(after, record => Assert.True(record.State == ComplianceState.Exempt || record.ExemptionIds.IsEmpty));
    });

    [Fact]
    public void Exempt_reference_is_never_non_compliant() => Gen.Select(AnyAssignment, Gen.OneOf("d", "E"), AnyResource).Sample((assignment, reference, resource) =>
    {
        var records = Evaluate(assignment, [Exemption("/subscriptions/s", [reference])], resource);
        Assert.DoesNotContain(records, record => string.Equals(record.Policy.ReferenceId, reference, StringComparison.OrdinalIgnoreCase) && record.State == ComplianceState.NonCompliant);
    });

    [Fact]
    public void Enforcement_mode_never_changes_a_state() => Gen.Select(AnyAssignment, AnyExemption.Array[0, 2], AnyResource).Sample((assignment, exemptions, resource) => Assert.Equal(
        Evaluate(assignment with { EnforcementMode = EnforcementMode.Default }, [.. exemptions], resource).Select(record => record.State),
        Evaluate(assignment, [.. exemptions], resource).Select(record => record.State)));

    [Fact]
    public void Only_what_is_enforced_is_denied() => Gen.Select(AnyAssignment, AnyResource).Sample((assignment, resource) =>
        Assert.All(Evaluate(assignment, [], resource), record => Assert.True(!record.IsDenied || (record.IsEnforced && assignment.EnforcementMode == EnforcementMode.Default))));

    [Fact]
    public void Prepared_assignment_compiles_a_definition_once()
    {
        var seen = new HashSet<PolicyDefinition>(ReferenceEqualityComparer.Instance);
        var inner = new PolicyEvaluator(AliasTable.Published);
        var evaluator = new AssignmentEvaluator((definition, input) => Seen(seen, inner, definition, input));
        var assignment = AssignmentSample.Assignment($$"""{"id": "{{AssignmentId}}", "policyDefinitionId": "/d", "overrides": [{"kind": "policyEffect", "value": "Deny"}]}""");

        for (var index = 0; index < 3; index++) Assert.Equal(EffectNames.Deny, evaluator.Evaluate(assignment, Estate([]), Resource($"/subscriptions/s/resourceGroups/rg/providers/a/b/{index}"))[0].Effect);

        Assert.Single(seen);
    }

    private static EvaluationResult Seen(HashSet<PolicyDefinition> seen, PolicyEvaluator inner, PolicyDefinition definition, EvaluationInput input)
    {
        seen.Add(definition);
        return inner.Evaluate(definition, input);
    }

    private static ImmutableArray<AssignmentRecord> Evaluate(PolicyAssignment assignment, ImmutableArray<PolicyExemption> exemptions, string resource) =>
        Evaluator.Evaluate(assignment, Estate(exemptions), Resource(resource));

    private static PolicyEstate Estate(ImmutableArray<PolicyExemption> exemptions) =>
        new(Library, exemptions, [], [], new ManagementGroupTree([KeyValuePair.Create("s", "root")]));

    private static EvaluatedResource Resource(string id) => new(
        PolicyValueReader.Object(("id", new TextValue(id)), ("type", new TextValue("a/b")), ("location", new TextValue("westeurope"))),
        new EvaluationContext(Noon),
        new Nothing());

    private static PolicyExemption Exemption(string scope, string[] references) =>
        new("e", "e", scope, null, null, AssignmentId, [.. references], ExemptionCategory.Waiver, null, [], true, PolicyValueReader.Object());

    private static PolicyDefinition Definition(string effect) => Valid(PolicyParser.ParseDefinition(new SourceText("d", $$$$"""
        {"mode": "All", "policyRule": {"if": {"field": "type", "equals": "a/b"}, "then": {"effect": "{{{{effect}}}}"}}}
        """)));

    private static T Valid<T>(ParseResult<T> result)
        where T : class => result.Value ?? throw new InvalidOperationException(result.Diagnostics[0].Message);

    private static HashSet<string?> Keys(IEnumerable<AssignmentRecord> records) =>
        [.. records.Where(record => record.State is not null).Select(record => record.Policy.ReferenceId)];

    private static HashSet<string?> Violations(IEnumerable<AssignmentRecord> records) =>
        [.. records.Where(record => record.State == ComplianceState.NonCompliant).Select(record => record.Policy.ReferenceId)];

    private sealed class Nothing : IRelatedResources
    {
        public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) => [];
    }
}
