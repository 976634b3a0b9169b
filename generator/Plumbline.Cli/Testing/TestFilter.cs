using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Testing.Documents;

namespace Plumbline.Cli.Testing;

/// <summary>Picks tests by a part of their name, of their file or of their policy; <c>*</c> stands for any characters.</summary>
internal static class TestFilter
{
    /// <summary>The files with the tests that fit; a file without any is left out.</summary>
    /// <param name="files">The files.</param>
    /// <param name="filter">The filter, or null for all.</param>
    public static ImmutableArray<TestFile> Apply(ImmutableArray<TestFile> files, string? filter)
    {
        if (filter is null) return files;
        var pattern = string.Join(".*", filter.Split('*').Select(Regex.Escape));
        var wanted = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
        return [.. files.Select(file => Picked(file, wanted)).Where(file => !file.Tests.IsEmpty)];
    }

    private static TestFile Picked(TestFile file, Regex wanted) =>
        wanted.IsMatch(file.Name) || wanted.IsMatch(PolicyOf(file.Policy)) ? file : file with { Tests = [.. file.Tests.Where(test => wanted.IsMatch(test.Name))] };

    private static string PolicyOf(PolicySource policy) => policy switch
    {
        PolicyFileSource file => file.Path,
        BuiltInSource builtIn => builtIn.Name,
        GivenPolicySource given => given.Text.File,
        _ => "",
    };
}
