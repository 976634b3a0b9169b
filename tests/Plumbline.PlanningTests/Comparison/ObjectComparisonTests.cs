using System.Collections.Immutable;
using CsCheck;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Comparison;

/// <summary>The two laws of the comparison: what a service makes of a body is no difference, and every change of behaviour is one.</summary>
public sealed class ObjectComparisonTests
{
    private static readonly ImmutableHashSet<string> Insignificant = ["plumblineDigest"];

    [Fact]
    public void Whatever_the_service_echoes_is_as_wanted() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var echo = new ServiceEcho(new Random(seed));
            foreach (var operation in DeployedObjects.All.Where(operation => operation.Kind != ArmObjectKind.RoleAssignment))
            {
                var body = DeployedObjects.BodyOf(operation);
                var differences = ObjectComparison.Compare(operation.Kind, echo.Of(operation.Kind, operation.Id, body), body);
                Assert.True(differences.IsEmpty, $"{operation.Id}: {string.Join(", ", differences.Select(difference => $"{difference.Path} {difference.Before} {difference.After}"))}");
            }
        },
        iter: 30);

    [Fact]
    public void Digest_of_the_content_is_the_same_for_what_was_written_and_what_comes_back() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var echo = new ServiceEcho(new Random(seed));
            foreach (var operation in DeployedObjects.All.Where(operation => operation.Kind != ArmObjectKind.RoleAssignment))
            {
                var body = DeployedObjects.BodyOf(operation);
                Assert.Equal(ObjectComparison.ContentDigest(operation.Kind, body), ObjectComparison.ContentDigest(operation.Kind, echo.Of(operation.Kind, operation.Id, body)));
            }
        },
        iter: 10);

    [Fact]
    public void Every_changed_value_is_a_difference()
    {
        var mutants = DeployedObjects.All.Where(operation => operation.Kind != ArmObjectKind.RoleAssignment)
            .SelectMany(operation => Mutants("", "", DeployedObjects.BodyOf(operation)).Select(mutant => (Operation: operation, mutant.Path, Document: (ObjectValue)mutant.Value)))
            .ToArray();

        var survivors = mutants.Where(mutant => ObjectComparison.IsAsWanted(mutant.Operation.Kind, mutant.Document, DeployedObjects.BodyOf(mutant.Operation))).Select(mutant => $"{mutant.Operation.Kind} {mutant.Path}").Distinct().ToArray();

        Assert.Equal([], survivors);
        Assert.True(mutants.Length > 5000, $"{mutants.Length} mutants");
    }

    // Every leaf changed, every member removed; one change at a time.
    private static IEnumerable<(string Path, PolicyValue Value)> Mutants(string path, string name, PolicyValue value) => value switch
    {
        _ when Insignificant.Contains(name) => [],
        ObjectValue item => item.Properties.SelectMany((property, i) =>
            Mutants($"{path}/{property.Key}", property.Key, property.Value)
                .Select(mutant => (mutant.Path, (PolicyValue)new ObjectValue(item.Properties.SetItem(i, KeyValuePair.Create(property.Key, mutant.Value)))))
                .Concat(IsNothing(property.Value) || Insignificant.Contains(property.Key) || IsDefault(path, property) ? [] : [($"{path}/-{property.Key}", new ObjectValue(item.Properties.RemoveAt(i)))])),
        ArrayValue items => items.Items.SelectMany((member, i) =>
            Mutants($"{path}/{i}", name, member)
                .Select(mutant => (mutant.Path, (PolicyValue)new ArrayValue(items.Items.SetItem(i, mutant.Value))))
                .Append(($"{path}/-{i}", new ArrayValue(items.Items.RemoveAt(i))))),
        TextValue text => [(path, new TextValue(text.Value + "x")), .. CaseCounts(path) && text.Value.Any(char.IsLower) ? [(path + " case", new TextValue(text.Value.ToUpperInvariant()))] : Array.Empty<(string, PolicyValue)>()],
        IntegerValue number => [(path, new IntegerValue(number.Value + 1))],
        FloatValue number => [(path, new FloatValue(number.Value + 0.5))],
        BooleanValue flag => [(path, new BooleanValue(!flag.Value))],
        _ => [],
    };

    private static bool IsNothing(PolicyValue value) => value is NullValue or ObjectValue { Properties.IsEmpty: true } or ArrayValue { Items.IsEmpty: true } or TextValue { Value: "" };

    // The service writes the default there; leaving it out means the same.
    private static bool IsDefault(string path, KeyValuePair<string, PolicyValue> property) => path == "/properties"
        && ((property.Key == "enforcementMode" && property.Value.Equals(new TextValue("Default"))) || (property.Key == "mode" && property.Value.Equals(new TextValue("Indexed"))) || (property.Key == "exemptionCategory" && property.Value.Equals(new TextValue("Waiver"))));

    private static bool CaseCounts(string path) =>
        path.StartsWith("/properties/policyRule/", StringComparison.Ordinal) || path.Contains("/allowedValues/", StringComparison.Ordinal) || path.Contains("/defaultValue", StringComparison.Ordinal) || path is "/properties/displayName" or "/properties/description";
}
