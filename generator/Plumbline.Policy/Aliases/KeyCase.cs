using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Aliases;

/// <summary>Restores the case of keys: as the paths of aliases write it at that place, else as any alias writes the key, else as ARM does; else it stays.</summary>
internal sealed class KeyCase
{
    private const int MaximumDepth = 2048;

    private readonly Place root = new();
    private readonly Dictionary<string, string> anywhere = new(StringComparer.Ordinal);

    /// <summary>The case of no alias.</summary>
    public static KeyCase Arm { get; } = new([]);

    /// <summary>The case that these aliases tell.</summary>
    public KeyCase(ImmutableArray<ShortAlias> aliases)
    {
        foreach (var path in aliases.Select(alias => alias.DefaultSteps).Concat(aliases.SelectMany(alias => alias.AllPaths.Skip(1)))) Learn(path);
        foreach (var step in aliases.SelectMany(alias => alias.NameSteps)) anywhere.TryAdd(ResourceKeys.Lower(step), step);
    }

    /// <summary>A resource in ARM's form with its keys in case. Keys of tags, and below the first level of identity, are the user's.</summary>
    public ObjectValue Restore(ObjectValue resource) => ResourceKeys.Object(resource.Properties.Select(member => KeyValuePair.Create(
        RootCaseOf(member.Key),
        member.Key switch
        {
            "tags" => member.Value,
            "identity" when member.Value is ObjectValue identity => ResourceKeys.Object(identity.Properties.Select(item => KeyValuePair.Create(CaseOf(item.Key, null), item.Value))),
            _ => Restore(member.Value, root.Child(member.Key), 0),
        })));

    private PolicyValue Restore(PolicyValue value, Place? place, int depth) => value switch
    {
        _ when depth > MaximumDepth => value,
        ObjectValue item => ResourceKeys.Object(item.Properties.Select(member => KeyValuePair.Create(CaseOf(member.Key, place), Restore(member.Value, place?.Child(member.Key), depth + 1)))),
        ArrayValue item => new ArrayValue([.. item.Items.Select(member => Restore(member, place, depth + 1))]),
        _ => value,
    };

    private string RootCaseOf(string key) =>
        key == "properties" || ResourceKeys.IsRootField(key) ? ResourceKeys.ArmCase[ResourceKeys.Lower(key)] : CaseOf(key, root);

    private string CaseOf(string key, Place? place) =>
        place?.Child(key)?.Key ?? anywhere.GetValueOrDefault(key) ?? ResourceKeys.ArmCase.GetValueOrDefault(key, key);

    private void Learn(ImmutableArray<string> path)
    {
        var place = root;
        foreach (var step in path.Where(step => step != AliasPath.EachMember))
        {
            anywhere.TryAdd(ResourceKeys.Lower(step), step);
            place = place.Enter(step);
        }
    }

    private sealed class Place
    {
        private readonly Dictionary<string, Place> children = new(StringComparer.Ordinal);

        private readonly Dictionary<string, int> spellings = new(StringComparer.Ordinal);

        /// <summary>The spelling that most paths have; of equals the first.</summary>
        public string Key { get; private set; } = string.Empty;

        public Place? Child(string key) => children.GetValueOrDefault(ResourceKeys.Lower(key));

        public Place Enter(string step)
        {
            var key = ResourceKeys.Lower(step);
            if (!children.TryGetValue(key, out var child)) children[key] = child = new Place();
            var count = child.spellings[step] = child.spellings.GetValueOrDefault(step) + 1;
            if (count > child.spellings.GetValueOrDefault(child.Key)) child.Key = step;
            return child;
        }
    }
}
