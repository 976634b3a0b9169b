using System.Collections.Immutable;

namespace Plumbline.Policy.Schemas;

/// <summary>A property of an object in a schema, over all api-versions of its resource type.</summary>
public sealed class SchemaProperty
{
    /// <summary>The name that stands for each member of an array.</summary>
    public const string EachMember = "[*]";

    /// <summary>The name that stands for properties of any name, as those of tags.</summary>
    public const string AnyName = "*";

    private readonly SchemaNode[] graph;
    private readonly int number;
    private readonly PropertyHistory history;

    /// <summary>A property that leads to a node of a graph, which may come later in it or be around it: types hold one another.</summary>
    internal SchemaProperty(string name, PropertyHistory history, SchemaNode[] graph, int number)
    {
        Name = name;
        this.history = history;
        this.graph = graph;
        this.number = number;
    }

    /// <summary>The name as Azure writes it, <see cref="EachMember"/> or <see cref="AnyName"/>.</summary>
    public string Name { get; }

    /// <summary>What its values look like.</summary>
    public SchemaNode Value => graph[number];

    /// <summary>What it is in the newest api-version of all, which may be a preview.</summary>
    public PropertyState NewestState => history.Newest;

    /// <summary>What it is in the api-version of an age, as <see cref="ResourceSchema.AgeOf"/> tells it.</summary>
    public PropertyState StateAt(int age) => history.At(age);

    /// <summary>What it is in each of so many api-versions, in the order of <see cref="ResourceSchema.ApiVersions"/>.</summary>
    internal ImmutableArray<PropertyState> States(int versions) => history.States(versions);
}
