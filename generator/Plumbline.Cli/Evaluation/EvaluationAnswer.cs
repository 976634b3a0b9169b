using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Cli.Batch;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Evaluation;

/// <summary>The answer to the question what a definition says of a resource.</summary>
/// <param name="Result">The verdict; null when the question is invalid.</param>
/// <param name="Diagnostics">What there is to say.</param>
internal sealed record EvaluationAnswer(EvaluationResult? Result, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary><c>ok</c>, <c>invalid</c> (the definition or its parameters are wrong) or <c>error</c> (the evaluation failed).</summary>
    public string Status => Result is null ? "invalid" : Result.Status == EvaluationStatus.Error ? "error" : "ok";

    /// <summary>An answer to an invalid question.</summary>
    public static EvaluationAnswer Invalid(ImmutableArray<Diagnostic> problems) => new(null, problems);

    /// <summary>An answer with a verdict; its remarks and its failure become diagnostics.</summary>
    public static EvaluationAnswer Of(EvaluationResult result, ImmutableArray<Diagnostic> warnings)
    {
        var at = new SourceLocation("definition");
        var diagnostics = warnings.AddRange(result.Remarks.Select(remark => DiagnosticCatalog.EvaluationRemark(at, remark)));
        return new(result, result.Error is { } error ? diagnostics.Add(DiagnosticCatalog.PolicyEvaluationFailed(at, error)) : diagnostics);
    }

    /// <summary>Writes the members of the answer into an object that is open.</summary>
    public void WriteMembers(Utf8JsonWriter output)
    {
        output.WriteString("status"u8, Status);
        output.WriteBoolean("applicable"u8, Result?.IsApplicable == true);
        output.WriteBoolean("matched"u8, Result?.Matched == true);
        output.WriteString("effect"u8, Result is { TakesEffect: true } result ? result.Effect : null);
        output.WriteString("compliance"u8, (Result?.Status ?? EvaluationStatus.Error).ToString());
        Write(output, "details", Result?.Details);
        Write(output, "resource", Result?.Resource);
        if (!Diagnostics.IsEmpty) DiagnosticJson.WriteProperty(output, Diagnostics);
    }

    private static void Write(Utf8JsonWriter output, string name, PolicyValue? value)
    {
        if (value is null) return;
        output.WritePropertyName(name);
        PolicyValueWriter.WriteTo(output, value);
    }
}
