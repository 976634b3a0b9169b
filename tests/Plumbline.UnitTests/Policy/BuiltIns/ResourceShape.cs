using System.Collections.Immutable;
using CsCheck;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>The part of a resource that a rule reads: properties and arrays, and at each leaf the values to draw from.</summary>
internal sealed class ResourceShape
{
    private static readonly Gen<PolicyValue> Missing = Gen.Const<PolicyValue>(UndefinedValue.Instance);
    private static readonly Gen<PolicyValue> Null = Gen.Const<PolicyValue>(NullValue.Instance);
    private static readonly Gen<PolicyValue> Empty = Gen.Const<PolicyValue>(new TextValue(""));

    private readonly SortedDictionary<string, ResourceShape> members = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<PolicyValue> literals = [];
    private readonly List<PolicyValue> wishes = [];
    private readonly SortedDictionary<int, ResourceShape> wishedMembers = [];
    private ResourceShape? each;

    private bool IsWished => wishes.Any(wish => wish is not UndefinedValue) || wishedMembers.Count > 0 || each?.IsWished == true || members.Values.Any(member => member.IsWished);

    /// <summary>Adds a property that is read, and what it is compared with.</summary>
    public void Add(ReadOnlySpan<string> path, IEnumerable<PolicyValue> compared) => At(path).literals.UnionWith(compared);

    /// <summary>Adds a value that the property should mostly have.</summary>
    public void Wish(ReadOnlySpan<string> path, Wish wish)
    {
        var isAboutArray = wish.Value is ArrayValue && path is [.., FieldPath.EachMember];
        At(isAboutArray ? path[..^1] : path, wish.Member).wishes.Add(wish.Value);
    }

    /// <summary>The properties of the whole.</summary>
    public Gen<ObjectValue> Properties()
    {
        var none = Gen.Const(ImmutableArray<KeyValuePair<string, PolicyValue>>.Empty);
        return members.Aggregate(none, (all, member) => Gen.Select(all, member.Value.Value(), (properties, value) => properties.Add(KeyValuePair.Create(member.Key, value))))
            .Select(properties => new ObjectValue([.. properties.Where(property => property.Value is not UndefinedValue)]));
    }

    private ResourceShape At(ReadOnlySpan<string> path, int wishedMember = 0)
    {
        if (path.IsEmpty) return this;
        if (path[0] == FieldPath.EachMember) return MemberOf(wishedMember).At(path[1..]);
        if (!members.TryGetValue(path[0], out var member)) members[path[0]] = member = new ResourceShape();
        return member.At(path[1..], wishedMember);
    }

    private ResourceShape MemberOf(int wished)
    {
        each ??= new ResourceShape();
        if (wished == 0) return each;
        if (!wishedMembers.TryGetValue(wished, out var member)) wishedMembers[wished] = member = new ResourceShape();
        return member;
    }

    private Gen<PolicyValue> Value()
    {
        var usual = each is not null ? Items(each) : members.Count > 0 ? Properties().Select(item => (PolicyValue)item) : Leaf();
        if (wishes.Count > 0) return Gen.Frequency((IsWished ? 12 : 6, OneOf([.. wishes])), (1, usual));
        return IsWished ? Gen.Frequency((20, usual), (1, Missing)) : Gen.Frequency((10, usual), (2, Missing), (1, Null));
    }

    private Gen<PolicyValue> Items(ResourceShape member)
    {
        var item = member.Value();
        var others = wishedMembers.Count > 0 ? Gen.Frequency((4, item.Array[0]), (1, item.Array[1]))
            : member.IsWished ? Gen.Frequency((4, item.Array[1]), (1, item.Array[2, 3]))
            : item.Array[0, 3];
        var wished = wishedMembers.Values.Aggregate(Gen.Const(ImmutableArray<PolicyValue>.Empty), (all, part) => Gen.Select(all, part.Value(), (values, value) => values.Add(value)));
        return Gen.Select(wished, others, (first, second) => (PolicyValue)new ArrayValue([.. first.Concat(second).Where(value => value is not UndefinedValue)]));
    }

    private Gen<PolicyValue> Leaf()
    {
        if (literals.Count == 0) return OneOf([new TextValue("value"), BooleanValue.Of(true), new IntegerValue(1)]);
        return Gen.Frequency((5, OneOf([.. literals])), (4, OneOf([.. literals.SelectMany(literal => Neighbours.Of(literal))])), (1, Empty));
    }

    private static Gen<PolicyValue> OneOf(ImmutableArray<PolicyValue> values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
