using Plumbline.Cli.Applying;
using Plumbline.Planning.Files;
using Plumbline.Planning.Journals;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Cli.Applying;

public sealed class FileJournalTests : IDisposable
{
    private static readonly JournalEvent First = new(DateTimeOffset.UnixEpoch, JournalEventKind.Started, "sha256:p", null);
    private static readonly JournalEvent Second = new(DateTimeOffset.UnixEpoch, JournalEventKind.Sent, null, "a");

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-journal").FullName;

    private string File => Path.Combine(folder, "runs", "journal.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private JournalEvent[] Read() => [.. JournalFile.Read(new SourceText("j", System.IO.File.ReadAllText(File))).Value?.Events ?? []];

    [Fact]
    public void Event_can_be_read_as_soon_as_it_is_appended()
    {
        using var journal = FileJournal.Create(File);

        journal.Append(First);

        using var reader = new StreamReader(new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.Equal(JournalFile.Line(First), reader.ReadToEnd());
    }

    [Fact]
    public void Journal_is_never_overwritten()
    {
        FileJournal.Create(File).Dispose();

        Assert.Throws<IOException>(() => FileJournal.Create(File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"at\":\"19")]
    public void Torn_line_is_cut_off_when_going_on(string torn)
    {
        Write(JournalFile.Line(First) + torn);

        using (var journal = FileJournal.Continue(File)) journal.Append(Second);

        Assert.Equal([First, Second], Read());
    }

    [Fact]
    public void Whole_line_without_its_end_stays()
    {
        Write(JournalFile.Line(First).TrimEnd());

        using (var journal = FileJournal.Continue(File)) journal.Append(Second);

        Assert.Equal([First, Second], Read());
    }

    [Fact]
    public void Journal_that_is_not_there_cannot_be_gone_on_with()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File) ?? folder);

        Assert.Throws<FileNotFoundException>(() => FileJournal.Continue(File));
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File) ?? folder);
        System.IO.File.WriteAllText(File, text);
    }
}
