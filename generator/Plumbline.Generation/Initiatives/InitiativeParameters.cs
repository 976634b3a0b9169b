using Newtonsoft.Json.Linq;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Initiatives;

/// <summary>Collects the parameters of the initiative: shared ones, and one for each parameter of each definition.</summary>
internal sealed class InitiativeParameters
{
    private readonly Dictionary<string, string> types = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Diagnostic> problems = [];

    /// <summary>The declarations, in the order of the references.</summary>
    public JObject Json { get; } = [];

    public IEnumerable<Diagnostic> Problems => problems;

    public void Declare(JProperty parameter, SourceLocation at)
    {
        if (types.TryAdd(parameter.Name, (string?)parameter.Value["type"] ?? "")) Json.Add(parameter);
        else problems.Add(DiagnosticCatalog.InitiativeParameterRepeated(at, parameter.Name));
    }

    /// <summary>Lifts a parameter of a definition to the initiative; the result is the value to pass.</summary>
    public JToken Lift(LiftedParameter parameter)
    {
        if (parameter.Constant is { } constant) return constant;
        if (parameter.Shared is { } shared)
        {
            if (types.TryGetValue(shared, out var type) && type != (string?)parameter.Declaration["type"])
                problems.Add(DiagnosticCatalog.SharedParameterTypeDiffers(parameter.At, shared, type, parameter.Name));
            return Reference(shared);
        }

        var name = parameter.ReferenceId + ReferenceIds.Pascal(parameter.Name);
        CheckDefault(parameter);
        Declare(new JProperty(name, parameter.Declaration), parameter.At);
        return Reference(name);
    }

    // "Once an initiative is assigned, its parameters cannot be altered": one without a default would make every later version unusable.
    private void CheckDefault(LiftedParameter parameter)
    {
        if (parameter.Declaration["defaultValue"] is not { } value)
            problems.Add(DiagnosticCatalog.ParameterWithoutDefault(parameter.At, parameter.Name, parameter.ReferenceId));
        else if (parameter.Declaration["allowedValues"] is JArray allowed && !allowed.Any(candidate => JToken.DeepEquals(candidate, value)))
            problems.Add(DiagnosticCatalog.DefaultNotAllowed(parameter.At, parameter.Name, value.ToString(), string.Join(", ", allowed.Select(candidate => candidate.ToString()))));
    }

    private static JValue Reference(string name) => new($"[parameters('{name}')]");
}
