using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Files;

/// <summary>Reads members of a plan file; a missing or wrong one is a <see cref="FormatException"/> that names it, which <see cref="PlanReader"/> turns into a diagnostic.</summary>
internal static class JsonMembers
{
    private const int MaximumItems = 100_000;

    /// <summary>A text.</summary>
    public static string Text(this ObjectValue owner, string name) => owner.TextOrNull(name) ?? throw Wrong(name, "a text");

    /// <summary>A text, or null when there is none.</summary>
    public static string? TextOrNull(this ObjectValue owner, string name) => owner[name] switch
    {
        TextValue text => text.Value,
        UndefinedValue => null,
        _ => throw Wrong(name, "a text"),
    };

    /// <summary>A whole number.</summary>
    public static int Number(this ObjectValue owner, string name) =>
        owner[name] is IntegerValue { Value: >= 0 and <= int.MaxValue } number ? (int)number.Value : throw Wrong(name, "a number that is not negative");

    /// <summary>A truth value.</summary>
    public static bool Flag(this ObjectValue owner, string name) => owner[name] is BooleanValue flag ? flag.Value : throw Wrong(name, "true or false");

    /// <summary>An object.</summary>
    public static ObjectValue Object(this ObjectValue owner, string name) => owner[name] as ObjectValue ?? throw Wrong(name, "an object");

    /// <summary>An object, or null when there is none.</summary>
    public static ObjectValue? ObjectOrNull(this ObjectValue owner, string name) => owner[name] is UndefinedValue ? null : owner.Object(name);

    /// <summary>A list of objects.</summary>
    public static IEnumerable<ObjectValue> Objects(this ObjectValue owner, string name) => owner.Items(name).Select(item => item as ObjectValue ?? throw Wrong(name, "a list of objects"));

    /// <summary>A list of texts.</summary>
    public static ImmutableArray<string> Texts(this ObjectValue owner, string name) =>
        [.. owner.Items(name).Select(item => item is TextValue text ? text.Value : throw Wrong(name, "a list of texts"))];

    /// <summary>A word of an enumeration.</summary>
    public static T Word<T>(this ObjectValue owner, string name)
        where T : struct, Enum =>
        PlanWords.Parse<T>(owner.TextOrNull(name)) ?? throw Wrong(name, string.Join(", ", Enum.GetValues<T>().Select(PlanWords.Of)));

    /// <summary>What is wrong with a member.</summary>
    public static FormatException Wrong(string name, string expected) => new($"'{name}' is not {expected}");

    private static ImmutableArray<PolicyValue> Items(this ObjectValue owner, string name) => owner[name] switch
    {
        ArrayValue { Items.Length: <= MaximumItems } items => items.Items,
        ArrayValue => throw Wrong(name, $"a list of at most {MaximumItems} items"),
        _ => throw Wrong(name, "a list"),
    };
}
