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
            return AuthoringErrors.InvalidRule(parsed.Diagnostics.First(diagnostic => diagnostic.IsError).Message);
        var used = UsedParameters(candidate);
        var declared = definition.Parameters.Select(parameter => parameter.Name).ToList();
        var undefined = used.FirstOrDefault(name => !declared.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (undefined is not null) return AuthoringErrors.UndefinedParameter(candidate.Id.Name, undefined);
        var unused = declared.Where(name => !used.Contains(name)).ToList();
        if (unused.Count > 0) return AuthoringErrors.UnusedParameters(candidate.Id.Name, unused);
        return state.Find(candidate.Id) is { } existing && ParsedPolicies.Definition(existing).Value is { } before
            ? ParameterUpdate.Check("InvalidPolicyParameterUpdate", before.Parameters, definition.Parameters, PolicyUse.Of(state, candidate.Id).Any())
            : null;
    }

    private static HashSet<string> UsedParameters(StoredResource definition)
    {
        var rule = definition.Property("policyRule") ?? default(JsonElement);
        return ParameterReferences.In(rule).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
