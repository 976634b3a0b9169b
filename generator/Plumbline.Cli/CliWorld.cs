namespace Plumbline.Cli;

/// <summary>What differs between a real run and a test.</summary>
/// <param name="Time">The clock.</param>
/// <param name="IsInteractive">Whether somebody can answer a question.</param>
/// <param name="ReadLine">Reads an answer.</param>
internal sealed record CliWorld(TimeProvider Time, bool IsInteractive, Func<string?> ReadLine)
{
    /// <summary>Opens standard input as bytes, for batches.</summary>
    public Func<Stream> Input { get; init; } = () => Stream.Null;

    /// <summary>Opens standard output as bytes, for batches.</summary>
    public Func<Stream> Output { get; init; } = () => Stream.Null;
}
