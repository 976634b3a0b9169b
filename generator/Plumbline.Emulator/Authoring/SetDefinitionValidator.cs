using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Syntax;

namespace Plumbline.Emulator.Authoring;

/// <summary>What the service checks when an initiative is PUT.</summary>
internal static class SetDefinitionValidator
{
    /// <summary>The first refusal, or null.</summary>
    public static ArmError? Validate(ArmState state, StoredResource candidate)
    {
        var name = candidate.Id.Name;
        var parsed = ParsedPolicies.SetDefinition(candidate);
        if (parsed.Value is not { } set)
        {
            return ParsedPolicies.UndeclaredParameter(parsed.Diagnostics) is { } parameter
                ? AuthoringErrors.UndefinedParameter(name, parameter)
                : AuthoringErrors.InvalidSet(name, ParsedPolicies.Problems(parsed.Diagnostics));
        }

        if (set.References.IsEmpty) return AuthoringErrors.InvalidSet(name, "it has no policy definitions");
        if (Repeated(set) is { } repeated) return AuthoringErrors.InvalidSet(name, $"the policy definition reference ID '{repeated}' is used more than once");
        var tree = ScopeTree.Of(state);
        foreach (var reference in set.References)
        {
            if (IsOutOfScope(state, tree, candidate, reference)) return AuthoringErrors.SetMemberOutOfScope(name, reference.PolicyDefinitionId);
            if (Validate(state, name, set, reference) is { } error) return error;
        }

        if (ParameterValues.InvalidDefault(set.Parameters, name) is { } invalid) return invalid;
        return state.Find(candidate.Id) is { } existing && PolicyVersions.IsCompatible(existing, candidate) && ParsedPolicies.SetDefinition(existing).Value is { } before
            ? ParameterUpdate.Check("InvalidPolicySetParameterUpdate", before.Parameters, set.Parameters, PolicyUse.Of(state, candidate.Id).Any())
            : null;
    }

    // A member has to stand where the initiative does, or above.
    private static bool IsOutOfScope(ArmState state, ScopeTree tree, StoredResource candidate, PolicyDefinitionReference reference) =>
        state.Find(reference.PolicyDefinitionId)?.Id.Parent is { } home && candidate.Id.Parent is { } at && !tree.Contains(home, at);

    private static string? Repeated(PolicySetDefinition set) => set.References
        .GroupBy(reference => reference.ReferenceId, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault(group => group.Skip(1).Any())?.Key;

    private static ArmError? Validate(ArmState state, string name, PolicySetDefinition set, PolicyDefinitionReference reference)
    {
        if (state.Find(reference.PolicyDefinitionId) is not { } stored || !stored.Id.Is(ResourceTypes.PolicyDefinition))
            return AuthoringErrors.DefinitionNotFound(reference.PolicyDefinitionId);
        if (PolicyVersions.Choose(state, reference.PolicyDefinitionId, reference.DefinitionVersion) is not { } version)
            return AuthoringErrors.VersionNotFound(stored.Id, reference.DefinitionVersion ?? string.Empty);
        if (ParsedPolicies.Definition(version).Value is not { } definition) return AuthoringErrors.DefinitionNotFound(reference.PolicyDefinitionId);
        var group = reference.GroupNames.FirstOrDefault(candidate => !set.Groups.Any(known => string.Equals(known.Name, candidate, StringComparison.OrdinalIgnoreCase)));
        if (group is not null) return AuthoringErrors.InvalidSet(name, $"the group '{group}' of policy definition reference ID '{reference.ReferenceId}' is not defined");
        var given = reference.Parameters.Select(parameter => parameter.Key).ToList();
        var undeclared = ParameterValues.Undeclared(given, definition.Parameters);
        if (!undeclared.IsEmpty) return AuthoringErrors.UndefinedSetAssignment(name, undeclared, stored.Id.Name, reference.ReferenceId);
        var missing = ParameterValues.Missing(given, definition.Parameters);
        if (!missing.IsEmpty) return AuthoringErrors.MissingInSet(name, missing, stored.Id.Name, reference.ReferenceId);
        return ValidateValues(name, set, reference, definition, stored.Id.Name);
    }

    private static ArmError? ValidateValues(
        string name, PolicySetDefinition set, PolicyDefinitionReference reference, PolicyDefinition definition, string definitionName)
    {
        foreach (var (parameterName, value) in reference.Parameters)
        {
            if (ParameterValues.Find(definition.Parameters, parameterName) is not { } parameter) continue;
            if (ParameterReferences.Whole(value) is not { } source)
            {
                if (ParameterReferences.IsExpression(value)) continue;
                if (ParameterValues.NotAllowed(value, parameter, definitionName) is { } refused) return refused;
                continue;
            }

            if (ParameterValues.Find(set.Parameters, source) is not { } lifted) return AuthoringErrors.UndefinedParameter(name, source);
            if (lifted.DefaultValue is { } fallback && ParameterValues.NotAllowed(fallback, parameter, definitionName) is { } invalid)
                return AuthoringErrors.InvalidSetDefault(name, definitionName, invalid.Message);
        }

        return null;
    }
}
