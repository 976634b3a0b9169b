using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>Azure's documented limits of policy objects: names, texts, and how many there may be. The limits of a rule are the parser's.</summary>
internal static class PolicyLimits
{
    private const int MaxName = 64;
    private const int MaxNameInManagementGroup = 24;
    private const int MaxDisplayName = 128;
    private const int MaxDescription = 512;
    private const int MaxMetadataValue = 1024;
    private const string ForbiddenInNames = "<>%&:\\?/*";

    /// <summary>The first limit that the object exceeds, or null.</summary>
    public static ArmError? Check(ArmState state, StoredResource candidate) =>
        Name(candidate.Id) ?? Texts(candidate) ?? Counts(candidate) ?? AtScope(state, candidate);

    private static ArmError? Name(ResourceId id)
    {
        var most = id.Is(ResourceTypes.PolicyAssignment) && id.Parent?.Is(ResourceTypes.ManagementGroup) == true ? MaxNameInManagementGroup : MaxName;
        if (id.Name.Length > most) return AuthoringErrors.InvalidName(id, $"The length of the name must not exceed '{most}' characters.");
        return id.Name.EndsWith(' ') || id.Name.Any(character => char.IsControl(character) || ForbiddenInNames.Contains(character, StringComparison.Ordinal))
            ? AuthoringErrors.InvalidName(id, $"The name must not contain any of the characters '{ForbiddenInNames}' or control characters, and must not end with a space.")
            : null;
    }

    private static ArmError? Texts(StoredResource candidate)
    {
        if (candidate.PropertyText("displayName")?.Length > MaxDisplayName) return TooLong(candidate.Id, "displayName", MaxDisplayName);
        if (candidate.PropertyText("description")?.Length > MaxDescription) return TooLong(candidate.Id, "description", MaxDescription);
        if (candidate.Property("metadata") is not { ValueKind: JsonValueKind.Object } metadata) return null;
        foreach (var member in metadata.EnumerateObject())
        {
            if (member.Value.GetRawText().Length > MaxMetadataValue) return TooLong(candidate.Id, "metadata." + member.Name, MaxMetadataValue);
        }

        return null;
    }

    private static ArmError TooLong(ResourceId id, string property, int most) =>
        AuthoringErrors.InvalidCreate(id, $"The length of the property '{property}' must not exceed '{most}' characters.");

    private static ArmError? Counts(StoredResource candidate)
    {
        var id = candidate.Id;
        if (id.Is(ResourceTypes.PolicyDefinition)) return TooMany(candidate, "parameters", 20);
        if (id.Is(ResourceTypes.PolicySetDefinition)) return TooMany(candidate, "policyDefinitions", 1000) ?? TooMany(candidate, "parameters", 400);
        return id.Is(ResourceTypes.PolicyAssignment)
            ? TooMany(candidate, "notScopes", 400) ?? TooMany(candidate, "resourceSelectors", 10) ?? TooMany(candidate, "overrides", 10)
            : null;
    }

    private static ArmError? TooMany(StoredResource candidate, string property, int most)
    {
        var count = candidate.Property(property) switch
        {
            { ValueKind: JsonValueKind.Array } array => array.GetArrayLength(),
            { ValueKind: JsonValueKind.Object } item => item.GetPropertyCount(),
            _ => 0,
        };
        return count > most ? AuthoringErrors.InvalidCreate(candidate.Id, $"The property '{property}' has '{count}' members. The maximum is '{most}'.") : null;
    }

    private static ArmError? AtScope(ArmState state, StoredResource candidate)
    {
        var most = candidate.Id switch
        {
            var id when id.Is(ResourceTypes.PolicyDefinition) => 500,
            var id when id.Is(ResourceTypes.PolicyExemption) => 1000,
            _ => 200,
        };
        if (candidate.Id.Parent is not { } scope || state.Find(candidate.Id) is not null) return null;
        var count = state.PolicyObjects.OfType(candidate.Id.Type, scope).Count(resource => scope.Equals(resource.Id.Parent));
        return count >= most ? AuthoringErrors.InvalidCreate(candidate.Id, $"The scope '{scope.Text}' has '{count}' objects of this type already. The maximum is '{most}'.") : null;
    }
}
