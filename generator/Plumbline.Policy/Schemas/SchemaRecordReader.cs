using System.Collections.Immutable;

namespace Plumbline.Policy.Schemas;

/// <summary>
/// Reads the schema of a type: its api-versions, then nodes, the root first, each as its shape and its properties. A property is its name, its history and where it leads:
/// an even number is twice a shape, 1 the next node that no property has led to before, any other odd number twice the count of nodes to go back, plus one.
/// </summary>
internal sealed class SchemaRecordReader(SchemaBlock block, ReadOnlyMemory<byte> record)
{
    private readonly List<(int Shape, ImmutableArray<(string Name, PropertyHistory History, int Target)> Properties)> found = [];
    private int at;
    private int known = 1;

    /// <summary>The api-versions alone, oldest first.</summary>
    public ImmutableArray<string> ReadApiVersions()
    {
        var versions = ImmutableArray.CreateBuilder<string>(ReadNumber());
        for (var left = versions.Capacity; left > 0; left--) versions.Add(block.Texts[ReadNumber()]);
        return versions.MoveToImmutable();
    }

    /// <summary>The whole schema.</summary>
    public ResourceSchema Read(string type)
    {
        var versions = ReadApiVersions();
        while (found.Count < known) ReadNode();
        var graph = new SchemaNode[found.Count];
        for (var number = 0; number < graph.Length; number++) graph[number] = NodeOf(number, graph);
        return new(type, versions, graph[0]);
    }

    private void ReadNode()
    {
        var shape = ReadNumber();
        var properties = ImmutableArray.CreateBuilder<(string, PropertyHistory, int)>(ReadNumber());
        for (var left = properties.Capacity; left > 0; left--) properties.Add((block.Texts[ReadNumber()], block.Histories[ReadNumber()], ReadTarget()));
        found.Add((shape, properties.MoveToImmutable()));
    }

    // A shape is told as what is below zero.
    private int ReadTarget()
    {
        var target = ReadNumber();
        if (target % 2 == 0) return ~(target / 2);
        return target == 1 ? known++ : known - (target / 2);
    }

    private SchemaNode NodeOf(int number, SchemaNode[] graph)
    {
        var (shape, properties) = found[number];
        var value = block.Shapes[shape];
        return new(value.Kinds, value.Values, value.AcceptsOtherValues, [.. properties.Select(property => property.Target < 0
            ? new SchemaProperty(property.Name, property.History, block.Shapes, ~property.Target)
            : new SchemaProperty(property.Name, property.History, graph, property.Target))]);
    }

    private int ReadNumber()
    {
        var (value, shift) = (0, 0);
        byte next;
        do
        {
            next = record.Span[at++];
            value |= (next & 127) << shift;
            shift += 7;
        }
        while (next > 127);

        return value;
    }
}
