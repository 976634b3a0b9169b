namespace Plumbline.Cli;

/// <summary>What differs between a real run and a test.</summary>
/// <param name="Time">The clock.</param>
/// <param name="IsInteractive">Whether somebody can answer a question.</param>
/// <param name="ReadLine">Reads an answer.</param>
internal sealed record CliWorld(TimeProvider Time, bool IsInteractive, Func<string?> ReadLine);
