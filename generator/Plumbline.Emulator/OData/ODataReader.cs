using System.Collections.Immutable;

namespace Plumbline.Emulator.OData;

/// <summary>A cursor over the tokens of one expression that remembers the first thing that is wrong.</summary>
internal sealed class ODataReader
{
    private readonly ImmutableArray<ODataToken> tokens;
    private int index;

    /// <summary>Starts at the first token of <paramref name="text"/>.</summary>
    /// <param name="option">The query option, such as <c>$filter</c>, for messages.</param>
    /// <param name="schema">The names the expression may use.</param>
    public ODataReader(string option, string text, ODataSchema schema)
    {
        Option = option;
        Schema = schema;
        var read = ODataLexer.Read(text, out var error);
        tokens = read ?? [new ODataToken(ODataTokenKind.End, "the end", text.Length)];
        if (read is null) Error = $"Invalid {option}: {error}.";
    }

    /// <summary>The first problem, as one sentence; null while there is none.</summary>
    public string? Error { get; private set; }

    /// <summary>The names the expression may use.</summary>
    public ODataSchema Schema { get; private set; }

    /// <summary>The token at the cursor.</summary>
    public ODataToken Current => tokens[index];

    /// <summary>The token after the cursor; the end when there is none.</summary>
    public ODataToken Following => tokens[Math.Min(index + 1, tokens.Length - 1)];

    private string Option { get; }

    /// <summary>Uses other names from the cursor on: a transformation gives rows with columns of its own.</summary>
    public void Use(ODataSchema schema) => Schema = schema;

    /// <summary>Takes the token at the cursor.</summary>
    public ODataToken Take()
    {
        var token = Current;
        if (index < tokens.Length - 1) index++;
        return token;
    }

    /// <summary>Takes the token at the cursor if it is this word.</summary>
    public bool TakeWord(string word) => Current.IsWord(word) && Take().IsWord(word);

    /// <summary>Takes the token at the cursor if it is this mark.</summary>
    public bool TakeMark(string mark) => Current.IsMark(mark) && Take().IsMark(mark);

    /// <summary>Takes the mark, or fails.</summary>
    public bool Expect(string mark)
    {
        if (TakeMark(mark)) return true;
        Fail($"'{mark}' is expected {Here()}");
        return false;
    }

    /// <summary>Takes a property's name and gives it in the schema's casing; null after failing.</summary>
    public string? ExpectProperty()
    {
        if (Current.Kind != ODataTokenKind.Word) return Fail($"a property name is expected {Here()}");
        var name = Take().Text;
        while (Current.IsMark("/") && Following.Kind == ODataTokenKind.Word) name += Take().Text + Take().Text;
        return Schema.FindProperty(name) ?? Fail($"could not find a property named '{name}' on type '{Schema.EntityName}'");
    }

    /// <summary>Fails unless the whole expression was read.</summary>
    public void ExpectEnd()
    {
        if (Current.Kind != ODataTokenKind.End) Fail($"the end is expected {Here()}");
    }

    /// <summary>Remembers the problem unless there was one before. Always null.</summary>
    public string? Fail(string problem)
    {
        Error ??= $"Invalid {Option}: {problem}.";
        index = tokens.Length - 1;
        return null;
    }

    /// <summary>The same where something else than a name is expected.</summary>
    public T? Fail<T>(string problem)
        where T : class
    {
        Fail(problem);
        return null;
    }

    /// <summary>Where the cursor stands, for messages.</summary>
    public string Here() => Current.Kind == ODataTokenKind.End
        ? "at the end"
        : $"at position {Current.Position}, where '{Current.Text}' stands";
}
