using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Batch;

/// <summary>Runs <see cref="AliasBatch"/> line by line.</summary>
/// <param name="answer">Answers a request.</param>
internal sealed class AliasBatchHandler(Action<JsonElement, Utf8JsonWriter> answer) : BatchHandler
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2000 };

    /// <inheritdoc/>
    public override void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter output)
    {
        JsonDocument request;
        try
        {
            request = JsonDocument.Parse(line, Deep);
        }
        catch (JsonException exception)
        {
            Refuse(DiagnosticCatalog.BatchLineInvalid(new SourceLocation("line"), $"it is not JSON: {exception.Message.Split(" LineNumber:")[0].TrimEnd('.')}"), output);
            return;
        }

        using (request) answer(request.RootElement, output);
    }

    /// <inheritdoc/>
    public override void Refuse(Diagnostic problem, Utf8JsonWriter output)
    {
        output.WriteStartObject();
        output.WriteNull("id"u8);
        output.WriteString("error"u8, problem.Message);
        output.WriteEndObject();
    }
}
