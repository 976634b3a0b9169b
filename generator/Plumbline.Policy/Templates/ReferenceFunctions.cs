using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Templates;

/// <summary>Functions that read resources. What only a resource provider knows, such as keys, is unknown here.</summary>
internal static class ReferenceFunctions
{
    private const string One = "reference";
    private const string Many = "references";

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new(One, [Text, Text, Text], (arguments, context) => Reference(ValueKinds.Text(arguments[0]), IsFull(arguments), (TemplateFrame)context)) { Minimum = 1, AnswersPart = true },
        new(Many, [Text, Text, Text], References) { Minimum = 1, AnswersPart = true },
        new("pickZones", [Text, Text, Text, Integer, Integer], (_, _) => TemplateFailures.Unknown()) { Minimum = 3 },
        new("providers", [Text, Text], (_, _) => TemplateFailures.Unknown()) { Minimum = 1 },
        new("toLogicalZone", [Text, Text, Text], (_, _) => TemplateFailures.Unknown()),
        new("toLogicalZones", [Text, Text, ArgumentKind.Array], (_, _) => TemplateFailures.Unknown()),
        new("toPhysicalZone", [Text, Text, Text], (_, _) => TemplateFailures.Unknown()),
        new("toPhysicalZones", [Text, Text, ArgumentKind.Array], (_, _) => TemplateFailures.Unknown()),
    ];

    /// <summary>Whether a function reads a resource.</summary>
    public static bool IsReference(string name) => ResourceIds.Is(name, One) || ResourceIds.Is(name, Many) || IsList(name);

    /// <summary>Whether a name is that of an operation that lists keys, secrets or the like.</summary>
    public static bool IsList(string name) => name.StartsWith("list", StringComparison.OrdinalIgnoreCase) && !name.Contains('.', StringComparison.Ordinal);

    /// <summary>The function that calls the operation <paramref name="name"/> of a resource.</summary>
    public static TemplateFunction List(string name) => new(name, [Text, Text, Any, Any], Touch) { Minimum = 1 };

    /// <summary>Whether all of a resource is known here, so that what it lacks does not exist: it is no provider's.</summary>
    public static bool IsWhole(string id) => id.Contains($"/providers/{ResourceIds.DeploymentType}/", StringComparison.OrdinalIgnoreCase);

    private static FailedValue Touch(ImmutableArray<PolicyValue> arguments, IFunctionContext context)
    {
        var frame = (TemplateFrame)context;
        if (frame.Resources.Resolve(ValueKinds.Text(arguments[0]), frame.Place) is { } id) frame.World.Resource(id);
        return TemplateFailures.Unknown();
    }

    private static bool IsFull(ImmutableArray<PolicyValue> arguments) => arguments.Length > 2 && ResourceIds.Is(ValueKinds.Text(arguments[2]), "Full");

    private static PolicyValue References(ImmutableArray<PolicyValue> arguments, IFunctionContext context)
    {
        var frame = (TemplateFrame)context;
        var items = frame.Resources.ResolveAll(ValueKinds.Text(arguments[0]), frame.Place).Select(id => Reference(id, IsFull(arguments), frame)).ToList();
        return items.OfType<FailedValue>().FirstOrDefault() is { } failed ? failed : new ArrayValue([.. items]);
    }

    private static PolicyValue Reference(string target, bool isFull, TemplateFrame frame)
    {
        if (frame.Resources.Resolve(target, frame.Place) is not { } id) return TemplateFailures.UnknownReference(target);
        if (frame.World.Resource(id) is { } found) return isFull ? Full(found, id) : found["properties"] is ObjectValue properties ? properties : new ObjectValue([]);
        return frame.World.IsFinal ? Missing(id) : TemplateFailures.Unknown();
    }

    private static FailedValue Missing(string id)
    {
        var parts = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var provider = System.Array.FindLastIndex(parts, part => ResourceIds.Is(part, "providers"));
        var group = System.Array.FindIndex(parts, part => ResourceIds.Is(part, "resourceGroups"));
        var name = provider < 0 ? string.Join('/', parts) : string.Join('/', parts[(provider + 1)..]);
        return TemplateFailures.ResourceNotFound(name, group >= 0 && group + 1 < parts.Length ? parts[group + 1] : null);
    }

    // 'Full' adds what stands beside the properties, and where the resource is.
    private static ObjectValue Full(ObjectValue resource, string id)
    {
        var members = resource.Properties.Where(member => member.Key is not ("id" or "name" or "type" or "systemData")).ToList();
        var parts = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        members.Add(new("resourceId", new TextValue(id)));
        if (parts.Length > 1 && ResourceIds.Is(parts[0], "subscriptions")) members.Add(new("subscriptionId", new TextValue(parts[1])));
        if (parts.Length > 3 && ResourceIds.Is(parts[2], "resourceGroups")) members.Add(new("resourceGroupName", new TextValue(parts[3])));
        return new ObjectValue([.. members]);
    }
}
