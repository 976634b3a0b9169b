namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>A reviewed list of exceptions: <c>tests/corpus/&lt;name&gt;.txt</c>, one <c>subject | what is to know of it</c> a line; <c>#</c> starts a comment.</summary>
internal static class PinnedList
{
    private const string Separator = " | ";

    /// <summary>Fails when something is on the list that is not among the actual exceptions, or the other way round.</summary>
    /// <param name="actual">The subjects found, each with what was found.</param>
    public static void AssertIs(string name, IEnumerable<(string Subject, string Found)> actual)
    {
        var found = actual.GroupBy(item => item.Subject).ToDictionary(same => same.Key, same => same.First().Found);
        var listed = Subjects(name);
        var unlisted = found.Where(item => !listed.Contains(item.Key)).OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Key + Separator + item.Value);
        var gone = listed.Where(subject => !found.ContainsKey(subject)).Order(StringComparer.Ordinal);
        var difference = string.Join('\n', [.. unlisted.Select(line => "not listed: " + line), .. gone.Select(subject => "listed without need: " + subject)]);
        Assert.True(difference.Length == 0, $"tests/corpus/{name}.txt\n{difference}");
    }

    /// <summary>Fails when what was found of a subject is not what the list says of it, to the letter.</summary>
    public static void AssertLines(string name, IEnumerable<(string Subject, string Found)> actual)
    {
        var listed = Lines(name).ToHashSet(StringComparer.Ordinal);
        var found = actual.Select(item => item.Subject + Separator + item.Found).ToList();
        var difference = string.Join('\n', found.Where(line => !listed.Contains(line)));
        Assert.True(difference.Length == 0, $"tests/corpus/{name}.txt is not so any more for\n{difference}");
        Assert.Equal(found.Count, listed.Count);
    }

    private static HashSet<string> Subjects(string name)
    {
        var lines = Lines(name);
        Assert.All(lines, line => Assert.Contains(Separator, line, StringComparison.Ordinal));
        return [.. lines.Select(line => line[..line.IndexOf(Separator, StringComparison.Ordinal)])];
    }

    private static List<string> Lines(string name) =>
        [.. File.ReadAllLines(Path.Combine(BuiltInCorpus.Folder, name + ".txt")).Where(line => line.Length > 0 && line[0] != '#')];
}
