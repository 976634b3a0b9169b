using System.Text;
using Plumbline.Planning.Files;
using Plumbline.Planning.Journals;

namespace Plumbline.Cli.Applying;

/// <summary>A journal in a file: each event is on the disk before anything else happens.</summary>
internal sealed class FileJournal : IJournal, IDisposable
{
    private readonly FileStream file;

    private FileJournal(FileStream file) => this.file = file;

    /// <summary>Begins a journal, making the folder.</summary>
    /// <param name="path">The file, which must not exist: a journal is never overwritten.</param>
    /// <exception cref="IOException">It exists, or cannot be made.</exception>
    public static FileJournal Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");
        return new(new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read));
    }

    /// <summary>Goes on with a journal. Half a line at its end, which has not happened, is cut off.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It does not exist, or another run has it open.</exception>
    public static FileJournal Continue(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            Repair(file);
            return new(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Append(JournalEvent item)
    {
        file.Write(Encoding.UTF8.GetBytes(JournalFile.Line(item)));
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static void Repair(FileStream file)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var end = Array.LastIndexOf(content, (byte)'\n') + 1;
        if (end == content.Length) return;
        if (JournalFile.IsWhole(Encoding.UTF8.GetString(content, end, content.Length - end)))
        {
            file.WriteByte((byte)'\n');
            return;
        }

        file.SetLength(end);
        file.Position = end;
    }
}
