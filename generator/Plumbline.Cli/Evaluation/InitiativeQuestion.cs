using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Evaluation;

/// <summary>Asks the engine about an initiative: every definition it refers to, with the parameters it passes.</summary>
/// <param name="cache">Keeps the definitions.</param>
/// <param name="evaluator">The engine.</param>
internal sealed class InitiativeQuestion(DefinitionCache cache, PolicyEvaluator evaluator)
{
    /// <summary>The answer.</summary>
    /// <param name="text">The initiative.</param>
    /// <param name="definitions">The definitions it refers to: an array of resource bodies, or an object by id or name.</param>
    /// <param name="input">What it is evaluated on, with the values of the initiative's parameters.</param>
    public InitiativeAnswer Answer(string text, JsonElement definitions, EvaluationInput input)
    {
        var parsed = PolicyParser.ParseSetDefinition(new SourceText("initiative", text));
        if (parsed.Value is not { } set) return InitiativeAnswer.Invalid(parsed.Diagnostics);
        var binding = ParameterBinder.Bind(set, input.Parameters, set.Location ?? new SourceLocation("initiative"));
        if (binding.Diagnostics.Any(diagnostic => diagnostic.IsError)) return InitiativeAnswer.Invalid([.. parsed.Diagnostics, .. binding.Diagnostics]);
        var given = Index(definitions);
        var answers = set.References.Select(reference => (reference.ReferenceId, Answer(reference, set, given, input))).ToImmutableArray();
        return new InitiativeAnswer(answers, parsed.Diagnostics);
    }

    private EvaluationAnswer Answer(PolicyDefinitionReference reference, PolicySetDefinition set, Dictionary<string, string> given, EvaluationInput input)
    {
        var id = reference.PolicyDefinitionId;
        if (!given.TryGetValue(id, out var text) && !given.TryGetValue(id[(id.LastIndexOf('/') + 1)..], out text))
            return EvaluationAnswer.Invalid([DiagnosticCatalog.ReferencedDefinitionMissing(reference.Location ?? new SourceLocation("initiative"), reference.ReferenceId, id)]);
        var asked = cache.Definition(text);
        if (asked.Parsed.Value is not { } definition) return EvaluationAnswer.Invalid(asked.Parsed.Diagnostics);
        var bound = ParameterBinder.Bind(definition, reference, set, input.Parameters);
        return bound.Diagnostics.Any(diagnostic => diagnostic.IsError)
            ? EvaluationAnswer.Invalid(bound.Diagnostics)
            : DefinitionQuestion.Answer(asked, input with { Parameters = bound.Values }, evaluator);
    }

    private static Dictionary<string, string> Index(JsonElement definitions)
    {
        var index = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (definitions.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in definitions.EnumerateObject()) index[property.Name] = Raw(property.Value);
        }

        if (definitions.ValueKind != JsonValueKind.Array) return index;
        foreach (var item in definitions.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            var body = (ObjectValue)PolicyValueReader.FromElement(item);
            if (body["name"] is TextValue name) index[name.Value] = Raw(item);
            if (body["id"] is TextValue id) index[id.Value] = Raw(item);
        }

        return index;
    }

    private static string Raw(JsonElement element) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element));
}
