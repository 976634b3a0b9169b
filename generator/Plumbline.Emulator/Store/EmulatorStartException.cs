namespace Plumbline.Emulator.Store;

/// <summary>The emulator cannot start with what it was given: a state file, a seed or a built-in that cannot be read, or a port that is taken. The message says what to do.</summary>
public sealed class EmulatorStartException : Exception
{
    /// <summary>With the message to show, and what caused it, if anything did.</summary>
    public EmulatorStartException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
