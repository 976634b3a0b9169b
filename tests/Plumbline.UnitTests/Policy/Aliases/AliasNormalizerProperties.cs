using System.Collections.Immutable;
using CsCheck;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.Aliases;

public sealed class AliasNormalizerProperties
{
    [Theory]
    [InlineData("contoso", "Contoso.Shop/stores")]
    [InlineData("default", "Microsoft.App/containerApps")]
    [InlineData("default", "Microsoft.App/jobs")]
    [InlineData("default", "Microsoft.KeyVault/vaults")]
    [InlineData("default", "Microsoft.Network/virtualNetworks")]
    [InlineData("default", "Microsoft.Network/networkSecurityGroups")]
    [InlineData("default", "Microsoft.OperationalInsights/clusters")]
    [InlineData("default", "Microsoft.Compute/virtualMachines")]
    public void A_resource_whose_keys_are_aliased_survives_the_way_there_and_back(string catalogue, string type)
    {
        var table = NormalizerCase.Table(catalogue);
        var normalizer = new AliasNormalizer(table);
        var all = table.OfType(type).Select(alias => alias.Path).ToArray();
        var ambiguous = all.SelectMany(Prefixes).Distinct(StringComparer.Ordinal).GroupBy(prefix => prefix, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var paths = all.Where(path => !path.EndsWith("[*]", StringComparison.Ordinal) && !Prefixes(path).Any(ambiguous.Contains)).ToArray();

        Gen.Select(Gen.OneOf(paths).Array[0, 12], Gen.Int[0, 2]).Sample((chosen, members) =>
        {
            var resource = Build(type, chosen, members);
            Assert.Equal(Text(resource), Text(normalizer.Denormalize(normalizer.Normalize(resource))));
        }, iter: 100, threads: 1);
    }

    [Fact]
    public void Any_json_is_survived()
    {
        var normalizer = new AliasNormalizer(NormalizerCase.Table("contoso"));
        var key = Gen.OneOf("type", "Type", "properties", "Properties", "kind", "_p_kind", "zones", "shelves", "name", "doors", "paint", "color", "tags", "identity", "backup", "racks", "mode", "é", "");
        var value = Gen.Recursive<PolicyValue>((depth, inner) => depth > 4
            ? Gen.OneOf(Gen.OneOf("Contoso.Shop/stores", "x").Select(text => (PolicyValue)new TextValue(text)), Gen.Const((PolicyValue)NullValue.Instance))
            : Gen.OneOf(
                Gen.OneOf("Contoso.Shop/stores", "x").Select(text => (PolicyValue)new TextValue(text)),
                Gen.Select(key, inner).Array[0, 6].Select(members => (PolicyValue)new ObjectValue([.. members.Select(member => KeyValuePair.Create(member.Item1, member.Item2))])),
                inner.Array[0, 3].Select(items => (PolicyValue)new ArrayValue([.. items]))));

        value.Sample(any =>
        {
            var resource = any is ObjectValue item ? new ObjectValue(item.Properties.Add(KeyValuePair.Create<string, PolicyValue>("type", new TextValue("Contoso.Shop/stores")))) : any;
            return normalizer.Denormalize(normalizer.Normalize(resource)) is not null && normalizer.Denormalize(resource) is not null;
        }, iter: 2000, threads: 1);
    }

    // Azure spells some keys in two ways; the case of those cannot come back.
    private static IEnumerable<string> Prefixes(string text)
    {
        var path = text.Replace("[*]", "", StringComparison.Ordinal);
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1)) yield return path[..dot];
        yield return path;
    }

    // Sets a value at each path; a later path never goes through a value. Arrays have the same count of members everywhere.
    private static ObjectValue Build(string type, IEnumerable<string> paths, int members)
    {
        PolicyValue resource = PolicyValueReader.Object(("type", new TextValue(type)));
        foreach (var path in paths.Distinct().OrderByDescending(path => path.Length)) resource = Put(resource, AliasPath.Parse(path).Steps, members, path);
        return (ObjectValue)resource;
    }

    private static PolicyValue Put(PolicyValue owner, ImmutableArray<string> steps, int members, string text)
    {
        if (steps.IsEmpty) return owner is UndefinedValue ? new TextValue(text) : owner;
        if (steps[0] == AliasPath.EachMember)
        {
            if (owner is not (UndefinedValue or ArrayValue)) return owner;
            var items = owner is ArrayValue array ? array.Items : [.. Enumerable.Repeat<PolicyValue>(UndefinedValue.Instance, members)];
            return new ArrayValue([.. items.Select((item, index) => Put(item, steps[1..], members, $"{text} {index}"))]);
        }

        if (owner is not (UndefinedValue or ObjectValue)) return owner;
        return ObjectSteps.Set(owner, [steps[0]], Put(ObjectSteps.Get(owner, steps[0]), steps[1..], members, text));
    }

    private static string Text(PolicyValue value) => PolicyValueWriter.ToCompactJson(Sorted(value));

    private static PolicyValue Sorted(PolicyValue value) => value switch
    {
        ObjectValue item => new ObjectValue([.. item.Properties.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))]),
        ArrayValue item => new ArrayValue([.. item.Items.Select(Sorted)]),
        _ => value,
    };
}
