using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Cli.Batch;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Cli.Evaluation;

/// <summary>The answer to the question what an initiative says of a resource: its members' answers, and what they come to.</summary>
/// <param name="Members">The reference ids and the answers, in the initiative's order.</param>
/// <param name="Diagnostics">What there is to say of the initiative itself.</param>
internal sealed record InitiativeAnswer(ImmutableArray<(string ReferenceId, EvaluationAnswer Answer)> Members, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>An answer to an invalid question.</summary>
    public static InitiativeAnswer Invalid(ImmutableArray<Diagnostic> problems) => new([], problems);

    private bool IsInvalid => Diagnostics.Any(diagnostic => diagnostic.IsError) || Members.Any(member => member.Answer.Status == "invalid");

    /// <summary>Writes the members of the answer into an object that is open.</summary>
    public void WriteMembers(Utf8JsonWriter output)
    {
        var results = Members.Select(member => member.Answer.Result).OfType<EvaluationResult>().ToList();
        var state = IsInvalid ? ComplianceState.Error : ComplianceRollUp.Of(results.Select(StateOf).OfType<ComplianceState>());
        var leading = IsInvalid ? null : results.Find(result => result.TakesEffect && StateOf(result) == state);
        output.WriteString("status"u8, IsInvalid ? "invalid" : results.Exists(result => result.Status == EvaluationStatus.Error) ? "error" : "ok");
        output.WriteBoolean("applicable"u8, results.Exists(result => result.IsApplicable));
        output.WriteBoolean("matched"u8, !IsInvalid && results.Exists(result => result.Matched));
        output.WriteString("effect"u8, leading?.Effect);
        output.WriteString("compliance"u8, state?.ToString() ?? nameof(EvaluationStatus.NotApplicable));
        output.WriteStartArray("results"u8);
        foreach (var (referenceId, answer) in Members)
        {
            output.WriteStartObject();
            output.WriteString("referenceId"u8, referenceId);
            answer.WriteMembers(output);
            output.WriteEndObject();
        }

        output.WriteEndArray();
        if (!Diagnostics.IsEmpty) DiagnosticJson.WriteProperty(output, Diagnostics);
    }

    // What does not apply has no state.
    private static ComplianceState? StateOf(EvaluationResult result) => ComplianceRollUp.Parse(result.Status.ToString());
}
