#:package Azure.Bicep.Types.Az@0.2.972
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false

// Reads the published schemas of all resource types, merges the api-versions of each type into one graph, and writes the graphs as lines of text:
//   T type, api-versions (oldest first); then its nodes, the root first: N kinds, values; then the properties of that node: P name, node number, states.
// States are the runs of equal states from the newest version back, such as 1x2,0 for "there in the two newest versions". Fields are separated by tabs.
// Usage: refresh-schemas.cs FILE
using Azure.Bicep.Types;
using Azure.Bicep.Types.Az;
using Azure.Bicep.Types.Concrete;
using Azure.Bicep.Types.Serialization;

using var output = new StreamWriter(args[0]) { NewLine = "\n" };
foreach (var provider in Schemas.Types().GroupBy(type => type.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase))
{
    var schemas = new Schemas();
    foreach (var type in provider) Write(type, MergedGraph.Of(type, schemas));
}

return 0;

// Breadth first: a node is numbered when a property first leads to it.
void Write(SchemaType type, Node root)
{
    output.WriteLine($"T\t{type.Name}\t{string.Join('\t', type.Versions.Select(version => version.Version))}");
    var order = new List<Node> { root };
    var numbers = new Dictionary<Node, int>(ReferenceEqualityComparer.Instance) { [root] = 0 };
    for (var at = 0; at < order.Count; at++)
    {
        output.WriteLine(string.Join('\t', [$"N\t{(int)order[at].Kinds}", .. order[at].Values]));
        foreach (var (name, edge) in order[at].Members)
        {
            if (numbers.TryAdd(edge.Target, order.Count)) order.Add(edge.Target);
            output.WriteLine($"P\t{name}\t{numbers[edge.Target]}\t{Runs(edge.States)}");
        }
    }
}

static string Runs(State[] states)
{
    var runs = new List<(State State, int Count)>();
    foreach (var state in states.Reverse())
    {
        if (runs.Count > 0 && runs[^1].State == state) runs[^1] = (state, runs[^1].Count + 1);
        else runs.Add((state, 1));
    }

    return string.Join(',', runs.Select((run, index) => index < runs.Count - 1 ? $"{(int)run.State}x{run.Count}" : $"{(int)run.State}"));
}

/// <summary>A resource type with its versions, oldest first; a preview sorts before the stable version of its day.</summary>
sealed record SchemaType(string Name, List<(string Version, CrossFileTypeReference Reference)> Versions);

/// <summary>The schemas of a provider; a file is read once.</summary>
sealed class Schemas : AzTypeLoader
{
    private readonly Dictionary<string, TypeBase[]> files = [];

    public static List<SchemaType> Types() => [.. new AzTypeLoader().LoadTypeIndex().Resources
        .Select(entry => (Name: entry.Key.Split('@')[0], Version: entry.Key.Split('@')[1], Reference: entry.Value))
        .GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
        .Select(group => new SchemaType(
            group.OrderBy(entry => entry.Version, StringComparer.Ordinal).Last().Name,
            [.. group.OrderBy(entry => entry.Version[..10], StringComparer.Ordinal).ThenBy(entry => entry.Version.Length == 10).ThenBy(entry => entry.Version, StringComparer.Ordinal).Select(entry => (entry.Version, entry.Reference))]))
        .OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase)];

    public TypeBase Load(CrossFileTypeReference reference)
    {
        if (!files.TryGetValue(reference.RelativePath, out var types))
        {
            using var stream = GetContentStreamAtPath(reference.RelativePath);
            files[reference.RelativePath] = types = TypeSerializer.Deserialize(stream);
        }

        return ((ResourceType)types[reference.Index]).Body.Type;
    }
}

/// <summary>What a property is in one api-version.</summary>
[Flags]
enum State : byte { Absent = 0, Present = 1, Required = 2, ReadOnly = 4, WriteOnly = 8, Conditional = 16, Untyped = 32 }

[Flags]
enum Kinds : byte { None = 0, String = 1, Number = 2, Boolean = 4, Object = 8, Array = 16, Any = 32, OpenValues = 64 }

/// <summary>A property's type, merged over the api-versions; kinds and values are those of the newest version that has it.</summary>
sealed class Node(int version)
{
    public int Version { get; } = version;

    public Kinds Kinds { get; set; }

    public SortedSet<string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>By name; <c>[*]</c> leads to the members of an array, <c>*</c> to properties of any name.</summary>
    public SortedDictionary<string, Edge> Members { get; } = new(StringComparer.Ordinal);
}

sealed record Edge(Node Target, State[] States);

/// <summary>Walks the newest version and then each older one along the same graph: what an older version lacks keeps its name and its type.</summary>
sealed class MergedGraph(int versions)
{
    private readonly Dictionary<(int Version, string Key), Node> nodes = [];
    private readonly HashSet<(Node Node, int Version, string Key)> visited = [];
    private readonly Dictionary<TypeBase, int> numbers = new(ReferenceEqualityComparer.Instance);

    public static Node Of(SchemaType type, Schemas schemas)
    {
        var graph = new MergedGraph(type.Versions.Count);
        var root = new Node(type.Versions.Count - 1);
        for (var version = type.Versions.Count - 1; version >= 0; version--) graph.Walk(root, [schemas.Load(type.Versions[version].Reference)], version);
        return root;
    }

    private void Walk(Node node, List<TypeBase> types, int version)
    {
        if (!visited.Add((node, version, KeyOf(types)))) return;
        var forms = types.SelectMany(Flatten).ToList();
        if (node.Version == version) Describe(node, forms);
        var objects = forms.OfType<Form>().ToList();
        foreach (var name in objects.SelectMany(form => form.Properties.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var having = objects.Where(form => form.Properties.ContainsKey(name)).Select(form => form.Properties[name]).ToList();
            Visit(node, name, [.. having.Select(property => property.Type.Type).Distinct()], StateOf(having, objects.Count + forms.Count(form => form is AnyType)), version);
        }

        var others = objects.Select(form => form.Others).OfType<TypeBase>().Distinct().ToList();
        if (others.Count > 0) Visit(node, "*", others, State.Present, version);
        var items = forms.OfType<ArrayType>().Select(array => array.ItemType.Type).Distinct().ToList();
        if (items.Count > 0) Visit(node, "[*]", items, State.Present, version);
    }

    private void Visit(Node node, string name, List<TypeBase> types, State state, int version)
    {
        if (types.SelectMany(Flatten).Any(form => form is AnyType)) state |= State.Untyped;
        if (!node.Members.TryGetValue(name, out var edge)) node.Members[name] = edge = new(NodeOf(types, version), new State[versions]);
        edge.States[version] = edge.States[version] == State.Absent ? state : Both(edge.States[version], state);
        Walk(edge.Target, types, version);
    }

    // Two paths share the property: what holds on one only is not told of it, save that it may be missing or untyped.
    private static State Both(State left, State right) => (left & right) | ((left | right) & (State.Present | State.Untyped));

    private static State StateOf(List<ObjectTypeProperty> having, int forms)
    {
        var flags = having.Select(property => property.Flags).Aggregate((left, right) => left & right);
        var state = State.Present;
        if (having.Count < forms) state |= State.Conditional;
        else if (flags.HasFlag(ObjectTypePropertyFlags.Required)) state |= State.Required;
        if (flags.HasFlag(ObjectTypePropertyFlags.ReadOnly)) state |= State.ReadOnly;
        if (flags.HasFlag(ObjectTypePropertyFlags.WriteOnly)) state |= State.WriteOnly;
        return state;
    }

    private static void Describe(Node node, List<TypeBase> forms)
    {
        foreach (var form in forms)
        {
            node.Kinds |= form switch
            {
                StringLiteralType or StringType => Kinds.String,
                IntegerType => Kinds.Number,
                BooleanType => Kinds.Boolean,
                Form => Kinds.Object,
                ArrayType => Kinds.Array,
                NullType => Kinds.None,
                _ => Kinds.Any,
            };
            if (form is StringLiteralType literal) node.Values.Add(literal.Value);
        }

        if (node.Values.Count > 0 && forms.Exists(form => form is StringType or AnyType)) node.Kinds |= Kinds.OpenValues;
    }

    private Node NodeOf(List<TypeBase> types, int version)
    {
        var key = (version, KeyOf(types));
        return nodes.TryGetValue(key, out var node) ? node : nodes[key] = new Node(version);
    }

    private string KeyOf(List<TypeBase> types) => string.Join(',', types.Select(type => numbers.TryGetValue(type, out var number) ? number : numbers[type] = numbers.Count).Order());

    private readonly Dictionary<TypeBase, TypeBase[]> flat = new(ReferenceEqualityComparer.Instance);

    private TypeBase[] Flatten(TypeBase type) => flat.TryGetValue(type, out var known) ? known : flat[type] = type switch
    {
        ObjectType plain => [new Form(plain.Properties, plain.AdditionalProperties?.Type)],
        DiscriminatedObjectType forms => [.. forms.Elements.Values.Select(element => element.Type).OfType<ObjectType>().Select(form => new Form(WithBase(forms, form), form.AdditionalProperties?.Type))],
        UnionType union => [.. union.Elements.SelectMany(element => Flatten(element.Type))],
        _ => [type],
    };

    // A form narrows the discriminator to its own value.
    private static Dictionary<string, ObjectTypeProperty> WithBase(DiscriminatedObjectType forms, ObjectType form)
    {
        var all = new Dictionary<string, ObjectTypeProperty>(forms.BaseProperties);
        foreach (var (name, property) in form.Properties) all[name] = property;
        return all;
    }

    private sealed class Form(IReadOnlyDictionary<string, ObjectTypeProperty> properties, TypeBase? others) : TypeBase
    {
        public IReadOnlyDictionary<string, ObjectTypeProperty> Properties { get; } = properties;

        public TypeBase? Others { get; } = others;
    }
}
