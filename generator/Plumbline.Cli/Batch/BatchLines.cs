using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Cli.Batch;

/// <summary>Answers JSON Lines: a request a line in, its answer a line out, in the same order.</summary>
internal static class BatchLines
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2000 };
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };

    /// <summary>Runs until there is no further line. Empty lines are left out; one that is not JSON is answered with an error.</summary>
    public static void Run(Func<string?> readLine, TextWriter output, Action<JsonElement, Utf8JsonWriter> handle)
    {
        while (readLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line)) output.Write(Answer(line, handle) + "\n");
        }

        output.Flush();
    }

    private static string Answer(string line, Action<JsonElement, Utf8JsonWriter> handle)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            try
            {
                using var request = JsonDocument.Parse(line, Deep);
                handle(request.RootElement, writer);
            }
            catch (JsonException exception)
            {
                writer.WriteStartObject();
                writer.WriteNull("id");
                writer.WriteString("error", $"the line is not JSON: {exception.Message}");
                writer.WriteEndObject();
            }
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
