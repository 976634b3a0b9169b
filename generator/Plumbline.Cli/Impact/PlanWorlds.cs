using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Scan.Impact;
using Plumbline.Scan.Policies;
using PolicyDocument = Plumbline.Scan.Policies.PolicyDocument;

namespace Plumbline.Cli.Impact;

/// <summary>
/// The worlds before and after a plan: what is there, and what is there when every operation is done. Only assignments that the plan concerns are in them:
/// what it writes or deletes, what they refer to, and what is exempted from them.
/// </summary>
internal sealed class PlanWorlds
{
    private readonly ImmutableDictionary<string, ObjectValue> before;
    private readonly ImmutableDictionary<string, ObjectValue> after;
    private readonly ImmutableDictionary<string, ObjectValue> builtIns;
    private readonly ImmutableHashSet<string> touched;

    /// <summary>Reads the documents of both worlds.</summary>
    public PlanWorlds(DeploymentPlan plan, LiveState live, PolicyDocuments documents)
    {
        var none = ImmutableDictionary.Create<string, ObjectValue>(StringComparer.OrdinalIgnoreCase);
        builtIns = none.SetItems(documents.BuiltIns.Where(copy => copy.Id.Length > 0).Select(copy => KeyValuePair.Create(copy.Id, copy.Body))).SetItems(live.BuiltIns.Select(one => KeyValuePair.Create(one.Id, one.Document)));
        before = none.SetItems(live.Objects.Select(one => KeyValuePair.Create(one.Id, one.Document)));
        after = plan.Operations.Aggregate(before, Apply);
        touched = plan.Operations.Select(operation => operation.Id).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The world before the plan.</summary>
    public ImpactWorld Before(ScanAliases aliases) => World(before, aliases);

    /// <summary>The world after it.</summary>
    public ImpactWorld After(ScanAliases aliases) => World(after, aliases);

    /// <summary>The scopes of the assignments that the plan concerns.</summary>
    public IEnumerable<string> Scopes => Concerned(after).Concat(Concerned(before)).Select(ArmScope.Of);

    private static ImmutableDictionary<string, ObjectValue> Apply(ImmutableDictionary<string, ObjectValue> objects, PlanOperation operation) =>
        operation.Body is { } body ? objects.SetItem(operation.Id, WithId(operation.Id, body)) : objects.Remove(operation.Id);

    private static ObjectValue WithId(string id, ObjectValue body) =>
        new([KeyValuePair.Create<string, PolicyValue>("id", new TextValue(id)), KeyValuePair.Create<string, PolicyValue>("name", new TextValue(id[(id.LastIndexOf('/') + 1)..])), .. body.Properties.Where(property => property.Key is not ("id" or "name"))]);

    private ImpactWorld World(ImmutableDictionary<string, ObjectValue> objects, ScanAliases aliases)
    {
        ImmutableArray<PolicyDocument> policies = [.. objects.Concat(builtIns).Where(one => IsPolicy(one.Key)).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => PolicyDocumentReader.Read(Text(one)).Value).OfType<PolicyDocument>()];
        ImmutableArray<PolicyAssignment> assignments = [.. Concerned(objects).Select(id => AssignmentDocuments.ParseAssignment(Text(KeyValuePair.Create(id, objects[id]))).Value).OfType<PolicyAssignment>()];
        ImmutableArray<PolicyExemption> exemptions = [.. Of(objects, ArmObjectKind.PolicyExemption).Select(id => AssignmentDocuments.ParseExemption(Text(KeyValuePair.Create(id, objects[id]))).Value).OfType<PolicyExemption>()];
        return ImpactWorld.Make(assignments, policies, exemptions, aliases);
    }

    // An assignment is concerned when it is in either world and something it consists of is written.
    private IEnumerable<string> Concerned(ImmutableDictionary<string, ObjectValue> objects) => Of(objects, ArmObjectKind.PolicyAssignment).Where(id => IsConcerned(before, id) || IsConcerned(after, id));

    private bool IsConcerned(ImmutableDictionary<string, ObjectValue> objects, string assignment)
    {
        if (touched.Contains(assignment)) return true;
        if (!objects.TryGetValue(assignment, out var document)) return false;
        var target = Property(document, "policyDefinitionId");
        return touched.Contains(target)
            || (objects.TryGetValue(target, out var initiative) && Members(initiative).Any(touched.Contains))
            || touched.Any(id => IsKind(id, ArmObjectKind.PolicyExemption) && (IsExemption(before, id, assignment) || IsExemption(after, id, assignment)));
    }

    private static bool IsExemption(ImmutableDictionary<string, ObjectValue> objects, string id, string assignment) =>
        objects.TryGetValue(id, out var exemption) && string.Equals(Property(exemption, "policyAssignmentId"), assignment, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Members(ObjectValue initiative) =>
        initiative["properties"] is ObjectValue properties && properties["policyDefinitions"] is ArrayValue members
            ? members.Items.OfType<ObjectValue>().Select(member => member["policyDefinitionId"]).OfType<TextValue>().Select(id => id.Value.TrimEnd('/'))
            : [];

    private static IEnumerable<string> Of(ImmutableDictionary<string, ObjectValue> objects, ArmObjectKind kind) => objects.Keys.Where(id => IsKind(id, kind)).Order(StringComparer.Ordinal);

    private static bool IsPolicy(string id) => IsKind(id, ArmObjectKind.PolicyDefinition) || IsKind(id, ArmObjectKind.PolicySetDefinition);

    private static bool IsKind(string id, ArmObjectKind kind) => id.Contains($"{ArmObjectKinds.Provider}{kind.TypeName()}/", StringComparison.OrdinalIgnoreCase);

    private static string Property(ObjectValue document, string name) => document["properties"] is ObjectValue properties && properties[name] is TextValue text ? text.Value.TrimEnd('/') : string.Empty;

    private static SourceText Text(KeyValuePair<string, ObjectValue> one) => new(one.Key, PolicyValueWriter.ToCompactJson(one.Value));
}
