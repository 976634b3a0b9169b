using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Functions of texts with regular expressions.</summary>
internal static class PatternFunctions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        new("extract", 3, 4, _ => KqlType.Text, (context, arguments) => Extract(context, arguments)),
        new("extract_all", 2, 2, _ => KqlType.Dynamic, (context, arguments) => ExtractAll(context.Pattern(KqlConvert.ToText(arguments[0])), KqlConvert.ToText(arguments[1]))),
        new("replace", 3, 3, _ => KqlType.Text, (context, arguments) => Replace(context, arguments[0], arguments[1], arguments[2])),
        new("replace_regex", 3, 3, _ => KqlType.Text, (context, arguments) => Replace(context, arguments[1], arguments[2], arguments[0])),
        new("trim", 2, 2, _ => KqlType.Text, (context, arguments) => Trim(context, arguments, "^(?:{0})+|(?:{0})+$")),
        new("trim_start", 2, 2, _ => KqlType.Text, (context, arguments) => Trim(context, arguments, "^(?:{0})")),
        new("trim_end", 2, 2, _ => KqlType.Text, (context, arguments) => Trim(context, arguments, "(?:{0})$")),
        new("countof", 2, 3, _ => KqlType.Long, (context, arguments) => CountOf(context, arguments)),
    ];

    /// <summary>Whether the text matches somewhere.</summary>
    public static bool IsMatch(QueryContext context, KqlValue text, KqlValue pattern) => context.Pattern(KqlConvert.ToText(pattern)).IsMatch(KqlConvert.ToText(text));

    private static KqlText Extract(QueryContext context, KqlValue[] arguments)
    {
        var match = context.Pattern(KqlConvert.ToText(arguments[0])).Match(KqlConvert.ToText(arguments[2]));
        var group = KqlConvert.ToLong(arguments[1]) ?? 0;
        return match.Success && group >= 0 && group < match.Groups.Count ? new KqlText(match.Groups[(int)group].Value) : KqlText.Empty;
    }

    // With one group the texts, with more an array of groups a match.
    private static KqlValue ExtractAll(Regex pattern, string text)
    {
        var matches = pattern.Matches(text).Select(match => match.Groups.Values.Skip(1).Select(group => new KqlText(group.Value)).ToImmutableArray()).ToList();
        if (matches.Count == 0) return KqlNull.Instance;
        return KqlArray.Of(matches.Select(groups => groups.Length == 1 ? (KqlValue)groups[0] : KqlArray.Of(groups)));
    }

    // A group in the replacement is "\1"; everything else in it is literal.
    private static KqlText Replace(QueryContext context, KqlValue pattern, KqlValue replacement, KqlValue text)
    {
        var length = 0;
        return new KqlText(context.Pattern(KqlConvert.ToText(pattern)).Replace(KqlConvert.ToText(text), match =>
        {
            var put = Expand(KqlConvert.ToText(replacement), match);
            length += put.Length;
            return length > QueryContext.MaxText ? throw new QueryLimitException($"A text is longer than {QueryContext.MaxText} characters.") : put;
        }));
    }

    private static string Expand(string replacement, Match match)
    {
        if (!replacement.Contains('\\', StringComparison.Ordinal)) return replacement;
        var parts = replacement.Split('\\');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => part.Length > 0 && char.IsAsciiDigit(part[0]) ? match.Groups[part[0] - '0'].Value + part[1..] : part));
    }

    private static KqlText Trim(QueryContext context, KqlValue[] arguments, string form) =>
        new(context.Pattern(form.Replace("{0}", KqlConvert.ToText(arguments[0]), StringComparison.Ordinal)).Replace(KqlConvert.ToText(arguments[1]), string.Empty));

    private static KqlLong CountOf(QueryContext context, KqlValue[] arguments)
    {
        var (text, wanted) = (KqlConvert.ToText(arguments[0]), KqlConvert.ToText(arguments[1]));
        var isPattern = arguments.Length == 3 && KqlConvert.ToText(arguments[2]) == "regex";
        return new KqlLong(wanted.Length == 0 ? 0 : context.Pattern(isPattern ? wanted : Regex.Escape(wanted)).Count(text));
    }
}
