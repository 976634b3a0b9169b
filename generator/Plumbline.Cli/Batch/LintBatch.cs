using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Cli.Linting;
using Plumbline.Lint;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Batch;

/// <summary><c>lint --batch</c>: <c>{"id","text","rules"?}</c> in, <c>{"id","findings"}</c> out. Suppressed findings are left out.</summary>
/// <param name="options">What is looked for when a line does not name rules.</param>
/// <param name="knowledge">What is known of Azure.</param>
internal sealed class LintBatch(LintOptions options, LintKnowledge knowledge) : BatchHandler
{
    private readonly PolicyLinter all = new(options, knowledge);

    /// <inheritdoc/>
    public override void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter output)
    {
        using var request = BatchRequest.Read(line, out var problem);
        if (request is null)
        {
            Write(output, null, [], problem);
            return;
        }

        if (!request.TryGetText("text", out var text, out var missing)) Write(output, request, [], missing);
        else Write(output, request, [.. LinterFor(request).Lint(new SourceText("text", text)).Active], null);
    }

    /// <inheritdoc/>
    public override void Refuse(Diagnostic problem, Utf8JsonWriter output) => Write(output, null, [], problem);

    // An empty list asks for nothing in particular, as its absence does.
    private PolicyLinter LinterFor(BatchRequest request)
    {
        var rules = request["rules"];
        if (rules.ValueKind != JsonValueKind.Array || rules.GetArrayLength() == 0) return all;
        var only = rules.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()).OfType<string>();
        return new PolicyLinter(options with { Only = options.Only.Clear().Union(only) }, knowledge);
    }

    private static void Write(Utf8JsonWriter output, BatchRequest? request, ImmutableArray<LintFinding> findings, Diagnostic? problem)
    {
        output.WriteStartObject();
        if (request is null) output.WriteNull("id"u8);
        else request.WriteId(output);
        output.WriteStartArray("findings"u8);
        foreach (var finding in findings) LintJson.Write(output, finding, isWithFile: false);
        output.WriteEndArray();
        if (problem is not null) DiagnosticJson.WriteProperty(output, [problem]);
        output.WriteEndObject();
    }
}
