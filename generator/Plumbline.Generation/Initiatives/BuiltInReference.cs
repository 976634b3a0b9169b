using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Initiatives;

/// <summary>Refers to a built-in definition.</summary>
internal static class BuiltInReference
{
    /// <summary>The parameters of the definition, as the catalog wants them in the initiative.</summary>
    public static ImmutableArray<LiftedParameter> Parameters(BuiltInPolicy policy, BuiltInDefinition definition) =>
        [.. definition.Parameters.Select(parameter => Lift(policy, definition, parameter.Key, (JObject)parameter.Value.DeepClone()))];

    /// <summary>What the catalog says of the definition that is not so.</summary>
    public static IEnumerable<Diagnostic> Check(BuiltInPolicy policy, BuiltInDefinition definition)
    {
        var names = definition.Parameters.Select(parameter => parameter.Key).ToList();
        if (policy.Version.Split('.')[0] != definition.Version.Split('.')[0])
            yield return DiagnosticCatalog.BuiltInVersionDiffers(policy.Source.LocationOf("version"), policy.Version, definition.Version);
        if (policy.Effect is not null && !Has(names, "effect"))
            yield return DiagnosticCatalog.UnknownBuiltInParameter(policy.Source.LocationOf("effect"), "effect", definition.DisplayName, nearest: null);
        if ((policy.Effect ?? DefaultEffect(definition)) is { } effect && !EffectNames.IsSafe(effect))
            yield return DiagnosticCatalog.UnsafeDefaultEffect(policy.Source.LocationOf(policy.Effect is null ? "builtin" : "effect"), effect);
        foreach (var use in policy.Parameters.Where(use => !Has(names, use.Name)))
            yield return DiagnosticCatalog.UnknownBuiltInParameter(use.Source.Location, use.Name, definition.DisplayName, NearestName.Find(use.Name, names));
    }

    private static LiftedParameter Lift(BuiltInPolicy policy, BuiltInDefinition definition, string name, JObject declared)
    {
        var use = policy.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
        var isEffect = string.Equals(name, "effect", StringComparison.OrdinalIgnoreCase);
        var value = isEffect && policy.Effect is { } effect ? new JValue(effect) : use?.Default is { } given ? PolicyValueWriter.ToToken(given) : declared["defaultValue"];
        var declaration = Declaration(declared, Metadata(declared, use, name, definition.DisplayName), value);
        return new LiftedParameter(
            policy.ReferenceId,
            name,
            declaration,
            use?.Shared,
            use?.Value is { } constant ? PolicyValueWriter.ToToken(constant) : null,
            use?.Source.Location ?? policy.Source.LocationOf(isEffect && policy.Effect is not null ? "effect" : "builtin"));
    }

    private static JObject Declaration(JObject declared, JObject metadata, JToken? defaultValue)
    {
        var json = new JObject(new JProperty("type", CanonicalType((string?)declared["type"])), new JProperty("metadata", metadata));
        if (declared["allowedValues"] is { } allowed) json.Add("allowedValues", allowed);
        if (defaultValue is not null) json.Add("defaultValue", defaultValue);
        return json;
    }

    private static JObject Metadata(JObject declared, ParameterUse? use, string name, string policyName)
    {
        var metadata = declared["metadata"] as JObject ?? [];
        metadata["displayName"] = use?.DisplayName ?? $"{(string?)metadata["displayName"] ?? name}: {policyName}";
        metadata["description"] = use?.Description ?? (string?)metadata["description"] ?? $"The parameter '{name}' of '{policyName}'.";
        return metadata;
    }

    // Built-in definitions spell types in several cases; Azure compares without regard to case.
    private static string CanonicalType(string? type) => type?.ToUpperInvariant() switch
    {
        "ARRAY" => "Array",
        "OBJECT" => "Object",
        "BOOLEAN" => "Boolean",
        "INTEGER" => "Integer",
        "FLOAT" => "Float",
        "DATETIME" => "DateTime",
        _ => "String",
    };

    // An effect that is an expression over other things is not known here.
    private static string? DefaultEffect(BuiltInDefinition definition) =>
        (string?)definition.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Key, "effect", StringComparison.OrdinalIgnoreCase)).Value?["defaultValue"];

    private static bool Has(List<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
