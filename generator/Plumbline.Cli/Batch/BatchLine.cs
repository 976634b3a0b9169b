namespace Plumbline.Cli.Batch;

/// <summary>A line of a batch.</summary>
/// <param name="Bytes">The line without its line break; empty when it was too long to keep.</param>
/// <param name="IsTooLong">Whether the line had more bytes than a line may have.</param>
internal readonly record struct BatchLine(ReadOnlyMemory<byte> Bytes, bool IsTooLong);
