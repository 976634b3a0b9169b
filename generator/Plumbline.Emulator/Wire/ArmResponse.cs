using System.Collections.Immutable;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Wire;

/// <summary>What a route answers; the host adds the headers every ARM answer carries.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body, or null for none.</param>
internal sealed record ArmResponse(int Status, JsonNode? Body = null)
{
    /// <summary>Further headers, such as <c>Location</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>No answer at all: the connection is closed.</summary>
    public static ArmResponse Dropped { get; } = new(0);

    /// <summary>The names of the faults that met the request, for the log.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    /// <summary>A copy that asks the client to come back after so many seconds.</summary>
    public ArmResponse WithRetryAfter(int seconds) => With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));

    /// <summary>The body as it is sent, for what is written without building nodes; used instead of <see cref="Body"/>.</summary>
    public ArmContent? Content { get; init; }

    /// <summary>Writes a JSON body that is too large to be held; null when there is <see cref="Body"/> or nothing.</summary>
    public Func<PipeWriter, CancellationToken, Task>? WriteBodyAsync { get; init; }

    /// <summary>A copy with one more header.</summary>
    public ArmResponse With(string header, string value) => this with { Headers = Headers.Add(new(header, value)) };
}

/// <summary>A body that was written already.</summary>
/// <param name="MediaType">The <c>Content-Type</c>.</param>
internal sealed record ArmContent(ReadOnlyMemory<byte> Bytes, string MediaType = ArmContent.Json)
{
    /// <summary>The <c>Content-Type</c> of all but a few answers.</summary>
    public const string Json = "application/json; charset=utf-8";
}
