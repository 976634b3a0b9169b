#:package Azure.Bicep.Types.Az@0.2.972
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false

// Reads the published schemas of all resource types and writes, into a folder, what the alias packs are made of:
//   derived.csv  alias,path of every property of the types of six providers that is not among the published aliases
//   types.csv    type,1 when its newest version takes tags and a location, else type,0
// Usage: refresh-aliases.cs PUBLISHED.csv.gz FOLDER
using System.IO.Compression;
using Azure.Bicep.Types;
using Azure.Bicep.Types.Az;
using Azure.Bicep.Types.Concrete;
using Azure.Bicep.Types.Serialization;

string[] providers = ["Microsoft.App", "Microsoft.ContainerRegistry", "Microsoft.Insights", "Microsoft.KeyVault", "Microsoft.Network", "Microsoft.OperationalInsights"];
var published = ReadPublished(args[0]);
var schemas = new Schemas();
var derived = schemas.Types
    .Where(type => providers.Contains(type.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase))
    .SelectMany(type => Derive(type, published))
    .OrderBy(line => line, StringComparer.Ordinal);
Write("derived.csv", derived);
Write("types.csv", schemas.Types.Select(type => $"{type.Name},{(TakesTagsAndLocation(type) ? 1 : 0)}"));
return 0;

void Write(string name, IEnumerable<string> lines) => File.WriteAllText(Path.Combine(args[1], name), string.Concat(lines.Select(line => line + "\n")));

static Dictionary<string, string> ReadPublished(string file)
{
    using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
    var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
    while (reader.ReadLine() is { } line)
    {
        var name = line[..line.IndexOf(',')];
        names[name] = name;
        var type = name[..name.LastIndexOf('/')];
        names.TryAdd(type + "/", type); // the published case of a type is the case of its derived aliases
    }

    return names;
}

// The newest stable and the newest preview version together: what either knows.
IEnumerable<string> Derive(SchemaType type, Dictionary<string, string> published)
{
    var name = published.GetValueOrDefault(type.Name + "/", type.Name);
    var walk = new AliasWalk();
    foreach (var version in type.NewestOfEach()) walk.OfResource(schemas.Load(version));
    return walk.Found.Where(found => !published.ContainsKey($"{name}/{found.Key}")).Select(found => $"{name}/{found.Key},{found.Value}");
}

bool TakesTagsAndLocation(SchemaType type)
{
    var members = AliasWalk.MembersOf(schemas.Load(type.Newest())).ToLookup(member => member.Key, member => member.Value);
    return IsWritable("tags") && IsWritable("location");

    bool IsWritable(string name) => members[name].Any(property => !property.Flags.HasFlag(ObjectTypePropertyFlags.ReadOnly));
}

/// <summary>A resource type with its versions, oldest first; a preview sorts before the stable version of its day.</summary>
sealed record SchemaType(string Name, List<(string Version, CrossFileTypeReference Reference)> Versions)
{
    public CrossFileTypeReference Newest() => Versions[^1].Reference;

    public IEnumerable<CrossFileTypeReference> NewestOfEach() => Versions
        .GroupBy(entry => entry.Version.Length > "yyyy-MM-dd".Length)
        .OrderBy(group => group.Key)
        .Select(group => group.Last().Reference);
}

/// <summary>The schemas of the package; a file is read once.</summary>
sealed class Schemas : AzTypeLoader
{
    private readonly Dictionary<string, TypeBase[]> files = [];

    public Schemas() => Types = [.. LoadTypeIndex().Resources
        .Select(entry => (Name: entry.Key.Split('@')[0], Version: entry.Key.Split('@')[1], Reference: entry.Value))
        .GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
        .Select(group => new SchemaType(
            group.OrderBy(entry => entry.Version, StringComparer.Ordinal).Last().Name,
            [.. group.OrderBy(entry => entry.Version[..10], StringComparer.Ordinal).ThenBy(entry => entry.Version.Length == 10).ThenBy(entry => entry.Version, StringComparer.Ordinal).Select(entry => (entry.Version, entry.Reference))]))
        .OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase).ThenBy(type => type.Name, StringComparer.Ordinal)];

    public List<SchemaType> Types { get; }

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

/// <summary>Names the properties of a resource as Azure names aliases: without any <c>properties</c>, an array as itself and as <c>[*]</c>.</summary>
sealed class AliasWalk
{
    // Network's types hold one another without end; published aliases go deeper than this, and stay.
    private const int MaxEmbedded = 2;
    private static readonly string[] RootAliases = ["managedBy", "sku", "zones"];

    public SortedDictionary<string, string> Found { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The members of an object; of one with a discriminator those of all its forms.</summary>
    public static IEnumerable<KeyValuePair<string, ObjectTypeProperty>> MembersOf(TypeBase type) => type switch
    {
        ObjectType plain => plain.Properties,
        DiscriminatedObjectType forms => forms.BaseProperties.Concat(forms.Elements.Values.SelectMany(form => MembersOf(form.Type))),
        UnionType union => union.Elements.SelectMany(element => MembersOf(element.Type)),
        _ => [],
    };

    public void OfResource(TypeBase body)
    {
        foreach (var (name, property) in MembersOf(body))
        {
            if (RootAliases.Contains(name)) OfProperty(name, name, property.Type.Type, 0, []);
        }

        foreach (var (_, properties) in MembersOf(body).Where(member => member.Key == "properties")) OfMembers("", "properties.", properties.Type.Type, 0, []);
    }

    private void OfMembers(string name, string path, TypeBase type, int embedded, List<TypeBase> within)
    {
        if (within.Contains(type)) return;
        within.Add(type);
        var members = MembersOf(type).ToList();
        foreach (var (key, property) in members.Where(member => !IsWrapper(member))) OfProperty(name + key, path + key, property.Type.Type, embedded, within);
        if (embedded < MaxEmbedded)
        {
            foreach (var (_, wrapper) in members.Where(IsWrapper)) OfMembers(name, path + "properties.", wrapper.Type.Type, embedded + 1, within);
        }

        within.RemoveAt(within.Count - 1);
    }

    private void OfProperty(string name, string path, TypeBase type, int embedded, List<TypeBase> within)
    {
        Found.TryAdd(name, path);
        if (type is ArrayType array) OfProperty(name + "[*]", path + "[*]", array.ItemType.Type, embedded, within);
        else OfMembers(name + ".", path + ".", type, embedded, within);
    }

    private static bool IsWrapper(KeyValuePair<string, ObjectTypeProperty> member) => member.Key == "properties" && MembersOf(member.Value.Type.Type).Any();
}
