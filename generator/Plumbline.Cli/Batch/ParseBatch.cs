using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Cli.Batch;

/// <summary><c>parse --batch</c>: <c>{"id","text"}</c> in, <c>{"id","valid","diagnostics"}</c> out.</summary>
internal sealed class ParseBatch : BatchHandler
{
    /// <inheritdoc/>
    public override void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter output)
    {
        using var request = BatchRequest.Read(line, out var problem);
        if (request is null)
        {
            Write(output, null, problem is null ? [] : [problem]);
            return;
        }

        Write(output, request, request.TryGetText("text", out var text, out var missing) ? PolicyParser.ParseAny(new SourceText("text", text)).Diagnostics : [missing]);
    }

    /// <inheritdoc/>
    public override void Refuse(Diagnostic problem, Utf8JsonWriter output) => Write(output, null, [problem]);

    private static void Write(Utf8JsonWriter output, BatchRequest? request, ImmutableArray<Diagnostic> diagnostics)
    {
        output.WriteStartObject();
        if (request is null) output.WriteNull("id"u8);
        else request.WriteId(output);
        output.WriteBoolean("valid"u8, !diagnostics.Any(diagnostic => diagnostic.IsError));
        DiagnosticJson.WriteProperty(output, diagnostics);
        output.WriteEndObject();
    }
}
