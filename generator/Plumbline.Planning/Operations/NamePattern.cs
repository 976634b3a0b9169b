using System.IO.Enumeration;

namespace Plumbline.Planning.Operations;

/// <summary>Names or ids of objects with <c>*</c> for any text, without regard to case.</summary>
internal static class NamePattern
{
    /// <summary>Whether a pattern means an object.</summary>
    public static bool Covers(string pattern, string id) =>
        FileSystemName.MatchesSimpleExpression(pattern, id) || FileSystemName.MatchesSimpleExpression(pattern, id.AsSpan(id.LastIndexOf('/') + 1));
}
