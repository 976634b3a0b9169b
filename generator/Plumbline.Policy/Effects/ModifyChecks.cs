using System.Text;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>
/// Which changes can be made to a resource of a type in an api-version. Azure's documentation of modify: tags can be added, replaced and removed; of the identity
/// only <c>identity.type</c> of virtual machines and scale sets; other properties by aliases that are Modifiable, with a value of the alias' type.
/// </summary>
internal sealed class ModifyChecks(FieldResolver fields, AliasTable aliases, string? apiVersion, string resourceType)
{
    private const string Identity = "identity";
    private readonly byte[] type = Encoding.UTF8.GetBytes(resourceType);

    /// <summary>Where fields are looked up.</summary>
    public FieldResolver Fields => fields;

    /// <summary>Whether the step sets the identity of something else than a virtual machine or a scale set.</summary>
    public bool IsForeignIdentity(ModifyStep step) =>
        IsIdentity(step.Field)
        && !Is(resourceType, "Microsoft.Compute/virtualMachines")
        && !Is(resourceType, "Microsoft.Compute/virtualMachineScaleSets");

    /// <summary>Why a step means nothing on the resource; null when it does.</summary>
    public string? Skips(ModifyStep step)
    {
        var (field, problem) = fields.ResolveOnce(step.Field);
        if (field is null) return problem ?? $"the field '{step.Field}' is unknown";
        return field.IsOf(type) ? null : $"'{step.Field}' is a property of '{field.ResourceType}', not of '{resourceType}'";
    }

    /// <summary>Why a step of modify must not be made; null when it may. Then the conflictEffect decides.</summary>
    public string? Refuses(ModifyStep step)
    {
        if (IsTag(step.Field)) return null;
        if (step.Operation == ModifyStep.Remove) return $"'{step.Field}' cannot be removed: modify removes tags only";
        if (IsIdentity(step.Field)) return Is(step.Field, "identity.type") ? null : $"of the identity only 'identity.type' can be modified, not '{step.Field}'";
        if (!aliases.TryFind(step.Field, out var alias))
            return step.Field.Contains('.', StringComparison.Ordinal) ? null : $"'{step.Field}' cannot be modified";
        if (alias.IsModifiableIn(apiVersion) == false) return $"'{step.Field}' is not modifiable{(apiVersion is null ? "" : $" in the api-version '{apiVersion}'")}";
        return IsOfType(step.Value, alias.ValueType) ? null : $"the value for '{step.Field}' is not of the type {alias.ValueType}";
    }

    private static bool IsTag(string field) => Is(field, "tags") || field.StartsWith("tags.", StringComparison.OrdinalIgnoreCase) || field.StartsWith("tags[", StringComparison.OrdinalIgnoreCase);

    private static bool IsIdentity(string field) => Is(field, Identity) || field.StartsWith(Identity + ".", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfType(PolicyValue value, string? aliasType) => (aliasType?.ToUpperInvariant(), value) switch
    {
        ("STRING", _) => value is TextValue or NullValue,
        ("BOOLEAN", _) => value is BooleanValue,
        ("INTEGER", _) => value is IntegerValue,
        ("NUMBER", _) => value is IntegerValue or FloatValue,
        ("OBJECT", _) => value is ObjectValue or NullValue,
        ("ARRAY", _) => value is ArrayValue or NullValue,
        _ => true,
    };

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
