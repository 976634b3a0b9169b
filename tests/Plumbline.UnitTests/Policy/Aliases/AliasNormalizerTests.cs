using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.Aliases;

public sealed class AliasNormalizerTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var topic in NormalizerCase.Topics())
        {
            foreach (var item in NormalizerCase.Read(topic)) data.Add(topic, item.Note);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_what_it_wants(string topic, string note)
    {
        var item = NormalizerCase.Read(topic).Single(candidate => candidate.Note == note);
        var normalizer = new AliasNormalizer(NormalizerCase.Table(item.Catalogue));

        if (item.Resource is { } resource) AssertEqual(item.Flat, normalizer.Normalize(resource, item.ApiVersion));
        if (item.Back is { } back) AssertEqual(back, normalizer.Denormalize(item.Flat, item.ApiVersion));
        Assert.True(item.Resource is not null || item.Back is not null, "The case asks nothing.");
    }

    [Fact]
    public void Depth_is_no_problem()
    {
        PolicyValue deep = new TextValue("x");
        for (var level = 0; level < 100_000; level++) deep = level % 2 == 0 ? PolicyValueReader.Object(("A", deep)) : new ArrayValue([deep]);
        var resource = PolicyValueReader.Object(("type", new TextValue("Contoso.Shop/stores")), ("properties", PolicyValueReader.Object(("Open", deep), ("shelves", new ArrayValue([deep])))));
        var normalizer = new AliasNormalizer(NormalizerCase.Table("contoso"));

        var flat = Assert.IsType<ObjectValue>(normalizer.Normalize(resource));

        Assert.Equal(["type", "open", "shelves"], flat.Properties.Select(member => member.Key));
        Assert.Equal(["type", "properties"], Assert.IsType<ObjectValue>(normalizer.Denormalize(flat)).Properties.Select(member => member.Key));
    }

    [Fact]
    public void Any_alias_is_survived()
    {
        string[] texts = ["", "[*]", ".", "[*].[*]", "properties", "properties.", "properties[*]", "a..b", "a[", "]", "tags['x.y']", "type", "a[*][*].b", "[*].properties.x"];
        var aliases = texts.SelectMany(name => texts.Select(path => new Alias($"Contoso.A/b/{name}", path, false)));
        var normalizer = new AliasNormalizer(AliasTable.Of(aliases));
        PolicyValue member = PolicyValueReader.Object(("x", new IntegerValue(1)), ("b", NullValue.Instance));
        var resource = new ObjectValue(
        [
            KeyValuePair.Create<string, PolicyValue>("type", new TextValue("Contoso.A/b")),
            .. texts.Select(text => KeyValuePair.Create(text, member)),
            KeyValuePair.Create<string, PolicyValue>("properties", PolicyValueReader.Object(("a", new ArrayValue([member, new ArrayValue([member])])))),
        ]);

        Assert.IsType<ObjectValue>(normalizer.Normalize(resource));
        _ = normalizer.Denormalize(normalizer.Normalize(resource));
    }

    private static void AssertEqual(PolicyValue expected, PolicyValue actual) =>
        Assert.Equal(PolicyValueWriter.ToCompactJson(Sorted(expected)), PolicyValueWriter.ToCompactJson(Sorted(actual)));

    private static PolicyValue Sorted(PolicyValue value) => value switch
    {
        ObjectValue item => new ObjectValue([.. item.Properties.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))]),
        ArrayValue item => new ArrayValue(item.Items.Select(Sorted).ToImmutableArray()),
        _ => value,
    };
}
