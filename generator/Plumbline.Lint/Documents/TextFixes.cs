using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Documents;

/// <summary>Fixes as changes of the text: small ones, which keep what the author wrote. A fix that would lose a comment is none.</summary>
internal static class TextFixes
{
    private const string Structure = "{}[]:,\"";

    /// <summary>Gives a property another name.</summary>
    public static ImmutableArray<TextEdit> Renamed(this LintDocument document, JProperty? property, string name) =>
        property is not null && document.Text.RangeOf(property) is { } range ? [Edit(range, $"\"{name}\"")] : [];

    /// <summary>Puts another text in the place of a scalar.</summary>
    public static ImmutableArray<TextEdit> Rewritten(this LintDocument document, JToken? value, string text) =>
        value is JValue { Value: string } && document.Text.RangeOf(value) is { } range ? [Edit(range, $"\"{text}\"")] : [];

    /// <summary>Leaves of a value only a value inside of it.</summary>
    public static ImmutableArray<TextEdit> Replaced(this LintDocument document, JToken outer, JToken inner) =>
        document.Text.RangeOf(outer) is { } around && document.Text.RangeOf(inner) is { } kept ? Keeping(document, around, kept) : [];

    /// <summary>Moves the operands of a logical operator into the list that the operator stands in.</summary>
    public static ImmutableArray<TextEdit> Spliced(this LintDocument document, ConditionSite site)
    {
        if (document.Text.RangeOf(site.Token) is not { } around || document.Text.RangeOf(site.Children[0].Token) is not { } first || document.Text.RangeOf(site.Children[^1].Token) is not { } last) return [];
        return Keeping(document, around, first.Start..last.End);
    }

    /// <summary>Removes a member of an array with the comma before it, or after it when it is the first.</summary>
    public static ImmutableArray<TextEdit> Removed(this LintDocument document, JToken member)
    {
        if (member.Parent is not JArray { Count: > 1 } list || document.Text.RangeOf(member) is not { } range) return [];
        var index = list.IndexOf(member);
        var neighbour = document.Text.RangeOf(list[index == 0 ? 1 : index - 1]);
        if (neighbour is not { } other) return [];
        var gone = index == 0 ? range.Start.Value..other.Start.Value : other.End.Value..range.End.Value;
        var between = index == 0 ? document.Text.Text[range.End.Value..other.Start.Value] : document.Text.Text[other.End.Value..range.Start.Value];
        return IsStructure(between) ? [Edit(gone, "")] : [];
    }

    private static ImmutableArray<TextEdit> Keeping(LintDocument document, Range around, Range kept)
    {
        var before = around.Start.Value..kept.Start.Value;
        var after = kept.End.Value..around.End.Value;
        var text = document.Text.Text;
        return IsStructure(text[before]) && IsStructure(text[after]) ? [Edit(before, ""), Edit(after, "")] : [];
    }

    // A key, brackets, commas and blanks; a comment has a slash.
    private static bool IsStructure(string text) => text.All(character => char.IsWhiteSpace(character) || char.IsAsciiLetter(character) || Structure.Contains(character, StringComparison.Ordinal));

    private static TextEdit Edit(Range range, string text) => new(range.Start.Value, range.End.Value - range.Start.Value, text);
}
