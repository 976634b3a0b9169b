using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Comparison;

/// <summary>The one comparison of what is there with what is wanted, which planning, staleness, read-back and drift share.</summary>
public static class ObjectComparison
{
    /// <summary>What of an object is not as wanted; empty when it is. What others own of it is no difference.</summary>
    /// <param name="kind">What both are.</param>
    /// <param name="live">The document as the endpoint has it.</param>
    /// <param name="wanted">The body to PUT.</param>
    public static ImmutableArray<PropertyDifference> Compare(ArmObjectKind kind, ObjectValue live, ObjectValue wanted) =>
        StructuralDiff.Compare(string.Empty, Normalisation.Of(kind, live), Normalisation.Of(kind, wanted));

    /// <summary>Whether an object is as wanted.</summary>
    public static bool IsAsWanted(ArmObjectKind kind, ObjectValue live, ObjectValue wanted) => Compare(kind, live, wanted).IsEmpty;

    /// <summary>
    /// The digest of what a body says, without the marks of ownership, other people's metadata and what the service chooses: recorded in <see cref="OwnershipMark.Digest"/>,
    /// it is the same for an object as it was written and as it is read.
    /// </summary>
    public static string ContentDigest(ArmObjectKind kind, ObjectValue document) => ObjectDigest.Of(OwnContent("", "", Normalisation.Of(kind, document)));

    private static PolicyValue OwnContent(string pointer, string name, PolicyValue value) => value switch
    {
        ObjectValue item => new ObjectValue(
        [
            .. from property in item.Properties
               let inner = JsonPointer.Member(pointer, property.Key)
               where !ComparisonRules.IsLeftAlone(inner, property.Key) && !IsMark(inner, property.Key)
               let content = OwnContent(inner, property.Key, property.Value)
               where content is not ObjectValue { Properties.IsEmpty: true }
               select KeyValuePair.Create(property.Key, content),
        ]),
        ArrayValue items when ComparisonRules.KeyOf(pointer) is { } key => new ArrayValue([.. items.Items.Select(item => OwnContent($"{pointer}/*", key, item)).OrderBy(ObjectDigest.Of, StringComparer.Ordinal)]),
        ArrayValue items => new ArrayValue([.. items.Items.Select(item => OwnContent(pointer, name, item))]),
        TextValue text when ComparisonRules.IsIdentifier(name) => new TextValue(text.Value.TrimEnd('/').ToLowerInvariant()),
        FloatValue number when number.Value == Math.Truncate(number.Value) && Math.Abs(number.Value) < 1e15 => new IntegerValue((long)number.Value),
        _ => value,
    };

    private static bool IsMark(string pointer, string name) => OwnershipMark.Keys.Contains(name) && string.Equals(pointer, $"/properties/metadata/{name}", StringComparison.Ordinal);
}
