using System.Text;
using System.Text.Json;
using System.Runtime.InteropServices;
using Plumbline.Cli.Evaluation;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Batch;

/// <summary><c>eval --batch</c>: a definition or an initiative, a resource and what goes with them in, the verdict out.</summary>
/// <param name="aliases">The alias catalogues.</param>
/// <param name="time">The clock for requests that name no time.</param>
internal sealed class EvalBatch(AliasSources aliases, TimeProvider time) : BatchHandler
{
    private static readonly SourceLocation At = new("line", new TextSpan(1, 1, 1));

    private readonly DefinitionCache cache = new();

    /// <inheritdoc/>
    public override void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter output)
    {
        using var request = BatchRequest.Read(line, out var problem);
        output.WriteStartObject();
        if (request is null) output.WriteNull("id"u8);
        else request.WriteId(output);
        if (request is not null && problem is null) Answer(request, output);
        else EvaluationAnswer.Invalid(problem is null ? [] : [problem]).WriteMembers(output);
        output.WriteEndObject();
    }

    /// <inheritdoc/>
    public override void Refuse(Diagnostic problem, Utf8JsonWriter output)
    {
        output.WriteStartObject();
        output.WriteNull("id"u8);
        EvaluationAnswer.Invalid([problem]).WriteMembers(output);
        output.WriteEndObject();
    }

    private void Answer(BatchRequest request, Utf8JsonWriter output)
    {
        var asked = EvaluationRequest.Read(name => request[name], time.GetUtcNow(), out var problem);
        if (asked is null)
        {
            EvaluationAnswer.Invalid(problem is null ? [] : [problem]).WriteMembers(output);
            return;
        }

        if (aliases.Find(asked.Aliases, out var problems) is not { } source)
        {
            EvaluationAnswer.Invalid(problems).WriteMembers(output);
            return;
        }

        var evaluator = cache.Evaluator(source, asked.ApiVersion);
        if (Raw(request["definition"]) is { } definition) DefinitionQuestion.Answer(cache.Definition(definition), asked.Input, evaluator).WriteMembers(output);
        else if (Raw(request["initiative"]) is { } initiative) new InitiativeQuestion(cache, evaluator).Answer(initiative, request["definitions"], asked.Input).WriteMembers(output);
        else EvaluationAnswer.Invalid([DiagnosticCatalog.BatchLineInvalid(At, "it has neither a 'definition' nor an 'initiative'")]).WriteMembers(output);
    }

    private static string? Raw(JsonElement element) =>
        element.ValueKind is JsonValueKind.Undefined ? null : Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element));
}
