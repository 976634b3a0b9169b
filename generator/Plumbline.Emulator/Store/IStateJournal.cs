namespace Plumbline.Emulator.Store;

/// <summary>Where changes are kept for good.</summary>
internal interface IStateJournal : IAsyncDisposable
{
    /// <summary>Keeps all that changed between two states, at once or not at all. When it returns the change outlives the process.</summary>
    /// <param name="before">What was kept last.</param>
    /// <param name="after">What is to be kept; <see cref="ArmState.Unsaved"/> names what differs.</param>
    /// <exception cref="IOException">Nothing was kept.</exception>
    void Keep(ArmState before, ArmState after);
}
