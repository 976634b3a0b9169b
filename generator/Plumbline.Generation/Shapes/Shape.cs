using System.Collections.Immutable;

namespace Plumbline.Generation.Shapes;

/// <summary>
/// What a YAML value must look like. One description serves both the checker of documents and the JSON schema for editors,
/// so that the two cannot say different things.
/// </summary>
/// <param name="Description">One or two sentences for the author: the editor shows them.</param>
public abstract record Shape(string Description);

/// <summary>Text.</summary>
public sealed record TextShape(string Description) : Shape(Description)
{
    /// <summary>What the text must match, or null for any text that is not blank.</summary>
    public TextPattern? Pattern { get; init; }

    /// <summary>The only texts allowed; empty for no such list. Compared with regard to case.</summary>
    public ImmutableArray<string> AllowedValues { get; init; } = [];

    /// <summary>The largest length in UTF-16 units, or null.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>Whether blank text is allowed.</summary>
    public bool MayBeBlank { get; init; }
}

/// <summary>A regular expression (the subset that ECMAScript and .NET share), and in words what it asks for.</summary>
/// <param name="Meaning">Reads after "must be", such as <c>a version like 1.0.0</c>.</param>
public sealed record TextPattern(string Expression, string Meaning);

/// <summary>An integer not below <paramref name="Minimum"/> and not above <paramref name="Maximum"/>.</summary>
public sealed record IntegerShape(string Description, long Minimum, long Maximum) : Shape(Description);

/// <summary>A number, whole or not, not below <paramref name="Minimum"/> and not above <paramref name="Maximum"/>.</summary>
public sealed record NumberShape(string Description, long Minimum, long Maximum) : Shape(Description);

/// <summary>true or false.</summary>
public sealed record BooleanShape(string Description) : Shape(Description);

/// <summary>Any value: what it means is checked where it is used.</summary>
public sealed record AnyShape(string Description) : Shape(Description);

/// <summary>A mapping with any keys: what it means is checked where it is used.</summary>
public sealed record AnyMappingShape(string Description) : Shape(Description);

/// <summary>A list of <paramref name="Item"/>.</summary>
public sealed record ListShape(string Description, Shape Item) : Shape(Description)
{
    /// <summary>Whether the list may have no items.</summary>
    public bool MayBeEmpty { get; init; }
}

/// <summary>One <paramref name="Item"/>, or a list of them.</summary>
public sealed record OneOrMoreShape(string Description, Shape Item) : Shape(Description);

/// <summary><paramref name="Full"/>, or in short only a text that says what matters most of it.</summary>
public sealed record ShortFormShape(string Description, TextShape Short, ObjectShape Full) : Shape(Description);

/// <summary>A mapping from names the author chooses to <paramref name="Value"/>.</summary>
public sealed record NamedValuesShape(string Description, Shape Value) : Shape(Description);

/// <summary>A mapping with known keys.</summary>
/// <param name="Name">What the author calls such a thing, with its article: <c>a feature</c>.</param>
/// <param name="Keys">All keys, in the order they are written.</param>
public sealed record ObjectShape(string Name, string Description, ImmutableArray<KeyShape> Keys) : Shape(Description)
{
    /// <summary>Keys of which exactly one must be there; empty for no such rule.</summary>
    public ImmutableArray<string> ExactlyOneOf { get; init; } = [];

    /// <summary>Keys of which no two may stand together; empty for no such rule.</summary>
    public ImmutableArray<string> AtMostOneOf { get; init; } = [];
}

/// <summary>One of several kinds of mapping, told apart by a key that only one of them has.</summary>
/// <param name="Name">What the author calls such a thing, with its article: <c>a policy</c>.</param>
public sealed record ChoiceShape(string Name, string Description, ImmutableArray<ShapeVariant> Variants) : Shape(Description);

/// <summary>A kind of a <see cref="ChoiceShape"/>.</summary>
/// <param name="Mark">The key that says it is this kind.</param>
public sealed record ShapeVariant(string Mark, ObjectShape Shape);
