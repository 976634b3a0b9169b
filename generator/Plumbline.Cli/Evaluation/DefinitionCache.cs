using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Cli.Evaluation;

/// <summary>Keeps what a batch uses again: definitions by their text, evaluators by their aliases. Bounded, whatever comes in.</summary>
internal sealed class DefinitionCache
{
    private const int MaximumDefinitions = 256;
    private const int MaximumEvaluators = 16;

    // Four times the largest built-in definition; larger ones are read each time.
    private const int MaximumCachedLength = 128 * 1024;

    private readonly Dictionary<string, QuestionedDefinition> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<(AliasSource Aliases, string? ApiVersion), PolicyEvaluator> evaluators = [];

    /// <summary>The definition of a text.</summary>
    public QuestionedDefinition Definition(string text)
    {
        if (definitions.TryGetValue(text, out var found)) return found;
        var parsed = QuestionedDefinition.Read(new SourceText("definition", text));
        if (text.Length > MaximumCachedLength) return parsed;
        if (definitions.Count == MaximumDefinitions) definitions.Clear();
        return definitions[text] = parsed;
    }

    /// <summary>The evaluator for a catalogue and an api-version.</summary>
    public PolicyEvaluator Evaluator(AliasSource aliases, string? apiVersion)
    {
        if (evaluators.TryGetValue((aliases, apiVersion), out var found)) return found;
        if (evaluators.Count == MaximumEvaluators) evaluators.Clear();
        return evaluators[(aliases, apiVersion)] = new PolicyEvaluator(aliases.Table, aliases.Unknown, apiVersion);
    }
}
