using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Scanning.Bicep;

/// <summary>Turns what Bicep prints about an input it cannot expand into diagnostics.</summary>
internal static partial class BicepProblems
{
    /// <summary>The problems; at least one.</summary>
    /// <param name="error">What was printed on standard error.</param>
    /// <param name="input">The input as the user named it.</param>
    /// <param name="folder">The folder that paths are shown relative to.</param>
    /// <param name="isGenerated">Whether Bicep worked on files made for it, whose names and lines mean nothing to the user.</param>
    public static ImmutableArray<Diagnostic> Of(string error, string input, string folder, bool isGenerated)
    {
        var found = Line().Matches(error).Where(match => match.Groups["severity"].Value == "Error")
            .Select(match => DiagnosticCatalog.TemplateNotExpanded(isGenerated ? new SourceLocation(input) : At(match, folder), match.Groups["message"].Value.Trim()))
            .Distinct().ToImmutableArray();
        if (!found.IsEmpty) return found;
        var crash = Crash().Match(error);
        var reason = crash.Success ? crash.Groups["message"].Value : error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it gave no reason";
        return [DiagnosticCatalog.TemplateNotExpanded(new SourceLocation(input), reason.Trim())];
    }

    private static SourceLocation At(Match match, string folder)
    {
        var file = Path.GetRelativePath(folder, match.Groups["file"].Value).Replace(Path.DirectorySeparatorChar, '/');
        return new(file, new TextSpan(Number(match.Groups["line"]), Number(match.Groups["column"]), 1));
    }

    private static int Number(Group group) => int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    [GeneratedRegex(@"^(?<file>[^\r\n]+?)\((?<line>\d+),(?<column>\d+)\) : (?<severity>Error|Warning|Info) (?<message>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^Unhandled exception: [\w.]+: (?<message>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Crash();
}
