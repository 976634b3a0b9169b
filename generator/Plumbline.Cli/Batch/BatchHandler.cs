using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Batch;

/// <summary>Answers the lines of a batch. Each method writes exactly one JSON value.</summary>
internal abstract class BatchHandler
{
    /// <summary>Answers a line of valid UTF-8 without its line break. Need not be JSON. The memory is valid during the call only.</summary>
    public abstract void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter output);

    /// <summary>Answers a line that cannot be read at all, with why.</summary>
    public abstract void Refuse(Diagnostic problem, Utf8JsonWriter output);
}
