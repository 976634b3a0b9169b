namespace Plumbline.Planning.Journals;

/// <summary>Where an apply writes what it does.</summary>
public interface IJournal
{
    /// <summary>Appends an event; when this returns, it survives the end of the program. Called by one thread at a time.</summary>
    /// <exception cref="IOException">It could not be written. Nothing more is sent then.</exception>
    void Append(JournalEvent item);
}
