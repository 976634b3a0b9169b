using System.Buffers;
using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Json;

/// <summary>
/// Paths of tokens, written as Newtonsoft.Json writes them. Its own <c>JToken.Path</c> searches every array on the way up,
/// and is as long as the names in it.
/// </summary>
internal static class TokenPath
{
    // Enough to find any place by eye; what is longer belongs to no document that Azure accepts.
    private const int MaximumName = 200;
    private const int MaximumLength = 8192;

    private static readonly SearchValues<char> Special = SearchValues.Create(". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    /// <summary>The path of <paramref name="token"/> below <paramref name="root"/>, or below the outermost token when that is null.</summary>
    /// <param name="token">The token.</param>
    /// <param name="root">Where to stop.</param>
    /// <param name="rootPath">The path of the root.</param>
    public static string Of(JToken token, JToken? root, string rootPath)
    {
        var segments = new List<string>();
        for (var node = token; node != root && node.Parent is { } parent; node = parent)
        {
            if (node is JProperty property) segments.Add(Segment(property.Name));
            else if (parent is JArray array) segments.Add(string.Create(CultureInfo.InvariantCulture, $"[{IndexOf(array, node)}]"));
        }

        var path = new StringBuilder(rootPath);
        for (var i = segments.Count - 1; i >= 0 && path.Length < MaximumLength; i--) path.Append(segments[i]);
        return path.Length < MaximumLength ? path.ToString() : path.Append("...").ToString();
    }

    private static int IndexOf(JArray array, JToken member) => member.Annotation<TokenPosition>()?.Index ?? array.IndexOf(member);

    private static string Segment(string name)
    {
        var shortened = name.Length <= MaximumName ? name : string.Concat(name.AsSpan(0, MaximumName), "...");
        return shortened.Length > 0 && !shortened.AsSpan().ContainsAny(Special) ? "." + shortened : $"['{Escaped(shortened)}']";
    }

    private static string Escaped(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
