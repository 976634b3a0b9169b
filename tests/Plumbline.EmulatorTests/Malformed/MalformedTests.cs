using System.Globalization;
using System.Text;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Malformed;

public sealed class MalformedTests
{
    // Refused by the web server before the emulator sees a request: such answers have no body.
    private const string NoBody = "-";

    [Fact]
    public async Task Malformed_request_is_refused_with_the_pinned_code()
    {
        await using var session = await PreparedAsync();
        var client = new RawClient(session);
        var lines = new List<string>();
        var problems = new List<string>();
        foreach (var request in Corpus.All)
        {
            var answer = await client.SendAsync(request);
            lines.Add($"{request.Name} {answer.Status.ToString(CultureInfo.InvariantCulture)} {answer.Error?.Code ?? NoBody}");
            if (Problem(answer) is { } problem) problems.Add($"{request.Name}: {problem}: {answer.Status} {answer.Body}");
        }

        var actual = string.Join('\n', lines.Order(StringComparer.Ordinal)) + "\n";
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "malformed.actual.txt"), actual);
        Assert.Equal([], problems);
        Assert.Equal(lines.Count, lines.Select(line => line.Split(' ')[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Differences(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Malformed", "expected.txt")), actual), string.Empty);
    }

    private static string? Problem(RawAnswer answer)
    {
        if (answer.Status is < 400 or > 499) return "no 4xx";
        if (answer.Body.Length > 0 && answer.Error is null) return "not ARM's shape";
        if (answer.Body.Length == 0 && !answer.Head.Contains("Content-Length: 0", StringComparison.OrdinalIgnoreCase)) return "no body";
        return answer.Body.Contains("Exception", StringComparison.Ordinal) || answer.Body.Contains("   at ", StringComparison.Ordinal) || answer.Body.Contains(".cs:", StringComparison.Ordinal)
            ? "a stack trace"
            : null;
    }

    private static string Differences(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var text = new StringBuilder();
        foreach (var line in left.Except(right, StringComparer.Ordinal)) text.Append('-').AppendLine(line);
        foreach (var line in right.Except(left, StringComparer.Ordinal)) text.Append('+').AppendLine(line);
        return text.ToString();
    }

    private static async Task<EmulatorSession> PreparedAsync()
    {
        var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Set, SetBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Set));
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);
        return session;
    }
}
