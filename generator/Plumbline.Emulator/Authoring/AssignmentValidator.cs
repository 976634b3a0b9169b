using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Authoring;

/// <summary>What the service checks when an assignment is PUT.</summary>
internal static class AssignmentValidator
{
    private static readonly string[] EnforcementModes = ["Default", "DoNotEnforce", "Enroll"];

    /// <summary>The first refusal, or null.</summary>
    public static ArmError? Validate(ArmState state, StoredResource candidate)
    {
        if (candidate.PropertyText("policyDefinitionId") is not { Length: > 0 } assigned)
            return AuthoringErrors.InvalidAssignment("The property 'policyDefinitionId' is missing.");
        if (AssignmentIdentity.Validate(state, candidate) is { } identity) return identity;
        if (ValidateMode(candidate) is { } mode) return mode;
        if (ParsedPolicies.Problems(ParsedPolicies.Assignment(candidate).Diagnostics) is { Length: > 0 } problems) return AuthoringErrors.InvalidAssignment(problems + ".");
        var wanted = candidate.PropertyText("definitionVersion");
        var named = state.Find(assigned);
        if (named?.Id.Parent is { } home && candidate.Id.Parent is { } at && !ScopeTree.Of(state).Contains(home, at))
            return AuthoringErrors.DefinitionOutOfScope(named.Id.Is(ResourceTypes.PolicyDefinition) ? "definition" : "set definition", candidate.Id.Name);
        var target = PolicyVersions.Choose(state, assigned, wanted);
        if (target is null && named is not null) return AuthoringErrors.VersionNotFound(named.Id, wanted ?? string.Empty);
        if (IsA(target, ResourceTypes.PolicySetDefinition) && ParsedPolicies.SetDefinition(target).Value is { } set)
            return ValidateSet(state, candidate, set);
        if (IsA(target, ResourceTypes.PolicyDefinition) && ParsedPolicies.Definition(target).Value is { } definition)
            return ValidateParameters(candidate, target.Id.Name, definition.Parameters) ?? ValidateMessages(candidate, null);
        return assigned.Contains("/policySetDefinitions/", StringComparison.OrdinalIgnoreCase)
            ? AuthoringErrors.SetDefinitionNotFound(assigned)
            : AuthoringErrors.DefinitionNotFound(assigned);
    }

    private static bool IsA([NotNullWhen(true)] StoredResource? stored, string type) => stored is not null && (stored.Id.Is(type) || stored.Id.Is(type + "/versions"));

    private static ArmError? ValidateMode(StoredResource candidate) =>
        candidate.PropertyText("enforcementMode") is { } mode && !EnforcementModes.Contains(mode, StringComparer.OrdinalIgnoreCase)
            ? AuthoringErrors.InvalidAssignment($"The enforcement mode '{mode}' is not one of '{string.Join(", ", EnforcementModes)}'.")
            : null;

    private static ArmError? ValidateSet(ArmState state, StoredResource candidate, PolicySetDefinition set) =>
        ValidateParameters(candidate, set.Name, set.Parameters) ?? ValidateMembers(state, candidate, set) ?? ValidateMessages(candidate, set);

    private static ArmError? ValidateParameters(StoredResource candidate, string definition, ImmutableArray<PolicyParameter> declared)
    {
        var given = ParameterValues.Read(candidate.Property("parameters"));
        var undeclared = ParameterValues.Undeclared(given.Keys, declared);
        if (!undeclared.IsEmpty) return AuthoringErrors.UndefinedAssignment(candidate.Id.Name, undeclared, definition);
        var missing = ParameterValues.Missing(given.Keys, declared);
        if (!missing.IsEmpty) return AuthoringErrors.MissingInAssignment(candidate.Id.Name, missing, definition);
        return ParameterValues.NotAllowed(given.OrderBy(pair => pair.Key, StringComparer.Ordinal), declared, definition);
    }

    // A value that the initiative allows may still be one that a member refuses.
    private static ArmError? ValidateMembers(ArmState state, StoredResource candidate, PolicySetDefinition set)
    {
        var given = ParameterValues.Read(candidate.Property("parameters"));
        var refusals =
            from reference in set.References
            let stored = PolicyVersions.Choose(state, reference.PolicyDefinitionId, reference.DefinitionVersion)
            where stored is not null
            let definition = ParsedPolicies.Definition(stored).Value
            where definition is not null
            select ParameterValues.NotAllowed(Passed(reference, given), definition.Parameters, stored.Id.Name);
        return refusals.FirstOrDefault(refusal => refusal is not null);
    }

    // The values of the assignment that the initiative passes on to a member as they are.
    private static IEnumerable<KeyValuePair<string, PolicyValue>> Passed(PolicyDefinitionReference reference, ImmutableDictionary<string, PolicyValue> given)
    {
        foreach (var (name, value) in reference.Parameters)
        {
            if (ParameterReferences.Whole(value) is { } source && given.TryGetValue(source, out var chosen)) yield return new(name, chosen);
        }
    }

    private static ArmError? ValidateMessages(StoredResource candidate, PolicySetDefinition? set)
    {
        if (candidate.Property("nonComplianceMessages") is not { ValueKind: JsonValueKind.Array } messages) return null;
        var known = set?.References.Select(reference => reference.ReferenceId).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var unknown = messages.EnumerateArray()
            .Select(message => message.Text("policyDefinitionReferenceId"))
            .Where(reference => reference is not null && !known.Contains(reference))
            .ToList();
        return unknown.Count == 0 ? null : AuthoringErrors.InvalidAssignment(
            "The following policy definition reference IDs used in non-compliance messages do not exist in the assigned policy set definition: "
            + $"'{string.Join(", ", unknown)}'.");
    }
}
