using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>What the service checks when a policy definition is PUT.</summary>
internal static class DefinitionValidator
{
    /// <summary>The first refusal, or null.</summary>
    public static ArmError? Validate(ArmState state, StoredResource candidate)
    {
        var parsed = ParsedPolicies.Definition(candidate);
        if (parsed.Value is not { } definition)
        {
            return ParsedPolicies.UndeclaredParameter(parsed.Diagnostics) is { } parameter
                ? AuthoringErrors.UndefinedParameter(candidate.Id.Name, parameter)
                : AuthoringErrors.InvalidRule(ParsedPolicies.Problems(parsed.Diagnostics));
        }

        var expressions = ParameterReferences.Expressions(candidate.Property("policyRule") ?? default(JsonElement)).ToList();
        if (expressions.Find(expression => expression.Error is not null) is { Error: { } problem })
            return AuthoringErrors.InvalidRule($"The policy rule has an invalid template language expression: {problem}");
        var used = expressions.SelectMany(expression => ParameterReferences.In(expression.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var declared = definition.Parameters.Select(parameter => parameter.Name).ToList();
        var unused = declared.Where(name => !used.Contains(name)).ToList();
        if (unused.Count > 0) return AuthoringErrors.UnusedParameters(candidate.Id.Name, unused);
        if (ParameterValues.InvalidDefault(definition.Parameters, candidate.Id.Name) is { } invalid) return invalid;
        if (!IsMode(definition.Mode)) return AuthoringErrors.InvalidCreate(candidate.Id, $"The policy mode '{definition.Mode}' is not supported. The supported modes are 'All, Indexed' and those of resource providers, such as 'Microsoft.KeyVault.Data'.");
        return state.Find(candidate.Id) is { } existing && PolicyVersions.IsCompatible(existing, candidate) && ParsedPolicies.Definition(existing).Value is { } before
            ? ParameterUpdate.Check("InvalidPolicyParameterUpdate", before.Parameters, definition.Parameters, PolicyUse.Of(state, candidate.Id).Any())
            : null;
    }

    private static bool IsMode(string mode) =>
        mode.Equals("All", StringComparison.OrdinalIgnoreCase) || mode.Equals("Indexed", StringComparison.OrdinalIgnoreCase)
        || (mode.StartsWith("Microsoft.", StringComparison.OrdinalIgnoreCase) && mode.EndsWith(".Data", StringComparison.OrdinalIgnoreCase));
}
