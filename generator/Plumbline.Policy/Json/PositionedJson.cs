using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Json;

/// <summary>Reads JSON documents that an author edits into tokens that know where they stood.</summary>
public static class PositionedJson
{
    /// <summary>Reads an object. Comments and trailing commas are tolerated with a warning; the last of several equal keys counts, with a warning.</summary>
    public static ParseResult<JObject> Parse(SourceText source)
    {
        var (root, diagnostics) = PositionedJsonReader.Read(source);
        return root is null ? new(null, diagnostics) : new(root, diagnostics.AddRange(DuplicatesIn(source.File, root)));
    }

    /// <summary>Where a token stood: the key for a property, the opening bracket for an object or array, else the whole value.</summary>
    public static SourceLocation LocationOf(string file, JToken token) => new(file, SpanOf(token), TokenPath.Of(token, null, "$"));

    /// <summary>The span of a token, or null when it did not come from a text.</summary>
    public static TextSpan? SpanOf(JToken token)
    {
        if (token.Annotation<TokenPosition>() is { } position) return position.Span;
        return token is IJsonLineInfo line && line.HasLineInfo() ? new TextSpan(line.LineNumber, line.LinePosition) : null;
    }

    /// <summary>The keys of an object that were given more than once, spelled exactly alike, in the order of the text.</summary>
    internal static ImmutableArray<RepeatedKey> RepeatedKeys(JObject item) => item.Annotation<RepeatedKeyList>() is { } repeated ? [.. repeated.Keys] : [];

    private static IEnumerable<Diagnostic> DuplicatesIn(string file, JObject root) =>
        from item in root.DescendantsAndSelf().OfType<JObject>()
        from repeated in RepeatedKeys(item)
        select DiagnosticCatalog.RepeatedKeyIgnored(LocationOf(file, item) with { Span = repeated.Span }, repeated.Name);
}
