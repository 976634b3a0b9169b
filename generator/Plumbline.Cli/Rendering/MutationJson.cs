using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Testing.Mutation;

namespace Plumbline.Cli.Rendering;

/// <summary>Mutation scores as JSON.</summary>
internal static class MutationJson
{
    /// <summary>The property <c>mutation</c>: a policy each, with all of its mutants.</summary>
    public static void WriteProperty(Utf8JsonWriter writer, ImmutableArray<MutationScore> scores)
    {
        writer.WriteStartArray("mutation"u8);
        foreach (var score in scores)
        {
            writer.WriteStartObject();
            writer.WriteString("policy"u8, score.Tested.Name);
            writer.WriteString("file"u8, score.Tested.Text.File);
            writer.WriteNumber("killed"u8, score.Killed);
            writer.WriteNumber("total"u8, score.Total);
            writer.WriteNumber("percent"u8, score.PerMille / 10m);
            writer.WriteStartArray("mutants"u8);
            foreach (var mutant in score.Mutants) Write(writer, mutant);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, MutantResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("path"u8, result.Mutant.Path);
        writer.WriteString("change"u8, result.Mutant.Change);
        if (result.Mutant.Location.Span is { } span) writer.WriteNumber("line"u8, span.Line);
        writer.WriteString("outcome"u8, result.Outcome.ToString());
        if (result.KilledBy is { } test) writer.WriteString("killedBy"u8, test);
        if (result.Proposal is { } proposal) writer.WriteString("proposal"u8, proposal);
        writer.WriteEndObject();
    }
}
