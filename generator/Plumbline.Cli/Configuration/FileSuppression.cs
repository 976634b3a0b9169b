using System.IO.Enumeration;

namespace Plumbline.Cli.Configuration;

/// <summary>Findings of a rule that do not count in some files.</summary>
/// <param name="Rule">The identifier of the rule.</param>
/// <param name="Files">The path from the root of the checkout, with <c>*</c> for any text.</param>
/// <param name="Reason">Why.</param>
internal sealed record FileSuppression(string Rule, string Files, string Reason)
{
    /// <summary>Whether it is about a file.</summary>
    /// <param name="path">The path from the root of the checkout, with forward slashes.</param>
    public bool Covers(string path) => FileSystemName.MatchesSimpleExpression(Files, path, ignoreCase: false);
}
