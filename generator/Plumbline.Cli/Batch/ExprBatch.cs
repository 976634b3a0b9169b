using System.Text.Json;
using Plumbline.Cli.Evaluation;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Batch;

/// <summary><c>expr --batch</c>: <c>{"id","expression"}</c> and what it reads in, <c>{"id","value"}</c> or <c>{"id","error"}</c> out.</summary>
/// <param name="aliases">The alias catalogues.</param>
/// <param name="time">The clock for requests that name no time.</param>
internal sealed class ExprBatch(AliasSources aliases, TimeProvider time) : BatchHandler
{
    /// <inheritdoc/>
    public override void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter output)
    {
        using var request = BatchRequest.Read(line, out var problem);
        output.WriteStartObject();
        if (request is null) output.WriteNull("id"u8);
        else request.WriteId(output);
        if (request is null) output.WriteString("error"u8, problem?.Message);
        else Write(output, Result(request));
        output.WriteEndObject();
    }

    /// <inheritdoc/>
    public override void Refuse(Diagnostic problem, Utf8JsonWriter output)
    {
        output.WriteStartObject();
        output.WriteNull("id"u8);
        output.WriteString("error"u8, problem.Message);
        output.WriteEndObject();
    }

    private TemplateResult Result(BatchRequest request)
    {
        if (!request.TryGetText("expression", out var text, out var problem)) return new(null, problem.Message);
        if (EvaluationRequest.Read(name => request[name], time.GetUtcNow(), out var misfit) is not { } asked) return new(null, misfit?.Message);
        return aliases.Find(asked.Aliases, out var problems) is { } source
            ? new TemplateEvaluator(source.Table, source.Unknown).Evaluate(text, asked.Input)
            : new(null, problems.FirstOrDefault(item => item.IsError) is { } unreadable ? $"{unreadable.Location.File}: {unreadable.Message}" : null);
    }

    private static void Write(Utf8JsonWriter output, TemplateResult result)
    {
        switch (result.Value)
        {
            case null:
                output.WriteString("error"u8, result.Error ?? "the expression has no value");
                break;
            case UndefinedValue:
                output.WriteBoolean("undefined"u8, true);
                break;
            case var value:
                output.WritePropertyName("value"u8);
                PolicyValueWriter.WriteTo(output, value);
                break;
        }
    }
}
