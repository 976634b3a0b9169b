using System.Text;

namespace Plumbline.Exchange.Model;

/// <summary>Makes parts of paths out of names that somebody else chose.</summary>
internal static class FileName
{
    private const int MaximumLength = 100;

    /// <summary>One part of a path that every file system takes: letters, digits and <c>- _ . ( )</c> and blanks inside.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var one in name.Trim(' ', '.'))
        {
            if (text.Length == MaximumLength) break;
            text.Append(char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.' or ' ' or '(' or ')' ? one : '-');
        }

        return text.Length == 0 ? "unnamed" : text.ToString().TrimEnd(' ', '.');
    }

    /// <summary>A path that is not taken yet, without regard to case; a number is put before the extension where it is.</summary>
    public static string Free(HashSet<string> taken, string folder, string name, string extension)
    {
        var path = $"{folder}/{Of(name)}{extension}";
        for (var i = 2; !taken.Add(path.ToLowerInvariant()); i++) path = $"{folder}/{Of(name)}-{i}{extension}";
        return path;
    }
}
