using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Cli.Linting;
using Plumbline.Lint;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Batch;

/// <summary><c>lint --batch</c>: <c>{"id","text","rules"?}</c> in, <c>{"id","findings"}</c> out. Suppressed findings are left out.</summary>
internal sealed class LintBatch(LintOptions options) : BatchHandler
{
    /// <inheritdoc/>
    public override void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter output)
    {
        using var request = BatchRequest.Read(line, out var problem);
        if (request is null) Write(output, null, [], problem);
        else if (!request.TryGetText("text", out var text, out problem)) Write(output, request, [], problem);
        else if (!TryGetRules(request, out var only)) Write(output, request, [], DiagnosticCatalog.BatchLineInvalid(new SourceLocation("line", new TextSpan(1, 1, 1)), "its 'rules' is not an array of strings"));
        else Write(output, request, PolicyLinter.Lint(new SourceText("text", text), only is null ? options : options with { Only = only }).Active, null);
    }

    /// <inheritdoc/>
    public override void Refuse(Diagnostic problem, Utf8JsonWriter output) => Write(output, null, [], problem);

    private static bool TryGetRules(BatchRequest request, out ImmutableHashSet<string>? rules)
    {
        rules = null;
        var member = request["rules"];
        if (member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return true;
        if (member.ValueKind != JsonValueKind.Array || member.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String)) return false;
        rules = [.. member.EnumerateArray().Select(item => item.ToString())];
        return true;
    }

    private static void Write(Utf8JsonWriter output, BatchRequest? request, IEnumerable<LintFinding> findings, Diagnostic? problem)
    {
        output.WriteStartObject();
        if (request is null) output.WriteNull("id"u8);
        else request.WriteId(output);
        output.WriteStartArray("findings"u8);
        foreach (var finding in findings) LintJson.Write(output, finding, isOfBatch: true);
        output.WriteEndArray();
        if (problem is not null) DiagnosticJson.WriteProperty(output, [problem]);
        output.WriteEndObject();
    }
}
