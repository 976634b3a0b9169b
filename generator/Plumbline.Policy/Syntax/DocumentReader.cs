using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Policy.Syntax;

/// <summary>What the parsers of one document share: where it came from and the problems found so far.</summary>
/// <param name="file">The file to name in locations.</param>
/// <param name="root">The outermost token that is parsed.</param>
/// <param name="rootPath">The path of <paramref name="root"/> inside its file.</param>
internal sealed class DocumentReader(string file, JToken root, string rootPath)
{
    // Of each severity. Nobody reads more, and a hostile text could have millions.
    private const int MaximumDiagnostics = 1000;

    private readonly List<Diagnostic> diagnostics = [];
    private int errors;
    private int others;

    /// <summary>Where the document starts.</summary>
    public SourceLocation Start => At(root);

    /// <summary>Whether more errors would not be listed.</summary>
    public bool IsFull => errors >= MaximumDiagnostics;

    /// <summary>All problems in the order of the text; equal places keep the order of finding.</summary>
    public ImmutableArray<Diagnostic> Diagnostics() =>
    [
        .. diagnostics.OrderBy(item => item.Location.Span?.Line ?? 0).ThenBy(item => item.Location.Span?.Column ?? 0),
        .. Omitted(errors, DiagnosticCatalog.ProblemsOmitted),
        .. Omitted(others, DiagnosticCatalog.RemarksOmitted),
    ];

    public void Report(Diagnostic diagnostic)
    {
        if (diagnostic.IsError ? ++errors > MaximumDiagnostics : ++others > MaximumDiagnostics) return;
        diagnostics.Add(diagnostic);
    }

    /// <summary>Where a token stands. The path costs time, and nobody sees it any more when the list of errors is full.</summary>
    public SourceLocation At(JToken token) => new(file, PositionedJson.SpanOf(token), IsFull ? null : TokenPath.Of(token, root, rootPath));

    /// <summary>Where a part of a text token stands; the whole token when escapes in it hide the place.</summary>
    public SourceLocation At(JToken token, string text, int start, int length)
    {
        var whole = At(token);
        const int quotes = 2;
        return whole.Span is { } span && span.Length == text.Length + quotes
            ? whole with { Span = new TextSpan(span.Line, span.Column + 1 + start, length) }
            : whole;
    }

    /// <summary>The members of an object by key, ignoring case; each key given again is reported, and the first counts.</summary>
    public Dictionary<string, JProperty> Members(JObject item, Func<string, bool>? isKeyword = null)
    {
        var members = new Dictionary<string, JProperty>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in item.Properties())
        {
            if (!members.TryAdd(property.Name, property) && isKeyword?.Invoke(property.Name) != false)
                Report(DiagnosticCatalog.DuplicateKey(At(property), property.Name));
        }

        foreach (var repeated in PositionedJson.RepeatedKeys(item).Where(repeated => isKeyword?.Invoke(repeated.Name) != false))
            Report(DiagnosticCatalog.DuplicateKey(At(item) with { Span = repeated.Span }, repeated.Name));
        return members;
    }

    /// <summary>The text of a token that has to be one; reports anything else.</summary>
    public string? Text(JToken token, string what)
    {
        if (token.Type == JTokenType.String) return token.Value<string>();
        Report(DiagnosticCatalog.WrongKind(At(token), what, "a string", JsonKind.Of(token)));
        return null;
    }

    /// <summary>The token as an object; reports anything else.</summary>
    public JObject? Object(JToken token, string what)
    {
        if (token is JObject item) return item;
        Report(DiagnosticCatalog.WrongKind(At(token), what, "an object", JsonKind.Of(token)));
        return null;
    }

    /// <summary>The token as an array; reports anything else.</summary>
    public JArray? Array(JToken token, string what)
    {
        if (token is JArray item) return item;
        Report(DiagnosticCatalog.WrongKind(At(token), what, "an array", JsonKind.Of(token)));
        return null;
    }

    /// <summary>The text of a member that may be missing: null for absent, reported when it is anything but text.</summary>
    public string? OptionalText(JProperty? member, string what) =>
        member is null || member.Value.Type == JTokenType.Null ? null : Text(member.Value, what);

    /// <summary>The optional text member; reports one of another type and takes null for absent.</summary>
    public string? OptionalText(Dictionary<string, JProperty> members, string key) =>
        OptionalText(members.GetValueOrDefault(key), $"'{key}'");

    private IEnumerable<Diagnostic> Omitted(int count, Func<SourceLocation, int, Diagnostic> describe) =>
        count > MaximumDiagnostics ? [describe(Start, count - MaximumDiagnostics)] : [];
}
