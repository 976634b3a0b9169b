namespace Plumbline.Generation.Catalog;

/// <summary>Makes reference ids from definition names.</summary>
/// <remarks>A reference id is part of exemptions and of compliance records, so the rule must never change.</remarks>
public static class ReferenceIds
{
    // "aca" says which service a definition is for; inside the service's initiative that says nothing.
    private const string ServicePrefix = "aca-";

    /// <summary>The camel case of a kebab-case <paramref name="definitionName"/>, without the leading <c>aca-</c>.</summary>
    public static string Of(string definitionName)
    {
        var name = definitionName.StartsWith(ServicePrefix, StringComparison.Ordinal) ? definitionName[ServicePrefix.Length..] : definitionName;
        var words = name.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Take(1).Concat(words.Skip(1).Select(Pascal)));
    }

    /// <summary><paramref name="word"/> with a capital first letter.</summary>
    public static string Pascal(string word) => word.Length == 0 ? word : string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1));
}
