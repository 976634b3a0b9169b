using Plumbline.Policy.Aliases;
using Plumbline.Policy.Schemas;

namespace Plumbline.UnitTests.Policy.Schemas;

/// <summary>What holds for all embedded schemas.</summary>
public sealed class SchemaPackTests
{
    private static readonly ResourceSchemas All = ResourceSchemas.Published;

    [Fact]
    public void The_counts_are_those_that_the_documentation_tells()
    {
        Assert.Equal(3_556, All.Types.Count);
        Assert.Equal(36_835, All.Types.Sum(type => Schema(type).ApiVersions.Length));
        Assert.InRange(EmbeddedPack.Read("Schemas.schemas.pack").Length, 1, 1_000_000);
    }

    [Fact]
    public void Every_root_has_the_properties_of_a_resource() =>
        Assert.All(All.Types, type => Assert.All(["name", "id", "type"], name => Assert.NotNull(Schema(type).Root.Find(name))));

    [Fact]
    public void Every_property_is_in_some_version_and_names_differ() => Assert.All(All.Types, type =>
    {
        var versions = Schema(type).ApiVersions.Length;
        Assert.All(NodesOf(Schema(type).Root), node =>
        {
            Assert.Equal(node.Properties.Select(property => property.Name).Distinct(), node.Properties.Select(property => property.Name));
            Assert.All(node.Properties, property => Assert.Contains(property.States(versions), state => state.HasFlag(PropertyState.Present)));
        });
    });

    // 1,990 of the published aliases have paths that the specifications do not tell; a schema pack that lost properties would have more.
    [Fact]
    public void Paths_of_aliases_are_in_the_schemas()
    {
        var paths = AliasTable.Published.Namespaces.SelectMany(provider => AliasTable.Published.TypesOf(provider))
            .Where(type => All.TryFind(type, out _))
            .SelectMany(type => AliasTable.Published.OfType(type).Select(alias => All.FactsOf(type, alias.Path)))
            .ToList();

        Assert.Equal(74_249, paths.Count);
        Assert.Equal(1_990, paths.Count(facts => facts is null));
    }

    [Fact]
    public void Threads_may_read_at_the_same_time()
    {
        var all = All.Types.AsParallel().WithDegreeOfParallelism(4).Select(type => Schema(type).Type).ToHashSet();

        Assert.Equal(All.Types.Count, all.Count);
    }

    [Fact]
    public void A_file_that_is_no_pack_is_refused() => Assert.Throws<InvalidOperationException>(() => new SchemaPack("PLA1"u8.ToArray()));

    private static ResourceSchema Schema(string type) => All.TryFind(type, out var schema) ? schema : throw new InvalidOperationException($"'{type}' is not there.");

    private static HashSet<SchemaNode> NodesOf(SchemaNode root)
    {
        var found = new HashSet<SchemaNode>(ReferenceEqualityComparer.Instance) { root };
        var waiting = new Queue<SchemaNode>([root]);
        while (waiting.TryDequeue(out var node))
        {
            foreach (var value in node.Properties.Select(property => property.Value).Where(found.Add)) waiting.Enqueue(value);
        }

        return found;
    }
}
