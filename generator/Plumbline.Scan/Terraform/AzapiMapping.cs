using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using static Plumbline.Scan.Terraform.ArmShape;

namespace Plumbline.Scan.Terraform;

/// <summary>
/// <c>azapi_resource</c> and <c>azapi_update_resource</c>: ARM's own shape in <c>body</c>, an object since version 2 of the provider <c>Azure/azapi</c>, a JSON text before.
/// </summary>
internal static class AzapiMapping
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ResourceDocument.MaximumDepth };
    private static readonly ImmutableArray<string> Envelope = ["id", "type", "name", "location", "tags", "identity"];

    /// <summary>A resource, or the part of one that an update writes.</summary>
    public static ObjectValue Map(PlannedResource planned)
    {
        var values = planned.Values;
        var type = (values.Text("type") ?? "").Split('@')[0];
        var body = Body(values["body"]);
        var outer = body as ObjectValue ?? PolicyValueReader.Object();
        return (ObjectValue)Object(
        [
            ("id", Id(values, type) is { } id ? new TextValue(id) : UndefinedValue.Instance),
            ("type", new TextValue(type)),
            ("name", values["name"]),
            ("location", Either(values["location"], outer["location"])),
            ("tags", Either(values["tags"], outer["tags"])),
            ("identity", Either(values.Block("identity", Identity), outer["identity"])),
            .. outer.Properties.Where(property => !Envelope.Contains(property.Key, StringComparer.OrdinalIgnoreCase)).Select(property => (property.Key, property.Value)),
            ("properties", body is TextValue unknown ? unknown : UndefinedValue.Instance),
        ]);
    }

    private static PolicyValue Either(PolicyValue first, PolicyValue second) => first is UndefinedValue ? second : first;

    private static PolicyValue Body(PolicyValue body)
    {
        if (body is not TextValue text || UnresolvedExpression.Is(text.Value)) return body;
        try
        {
            using var document = JsonDocument.Parse(text.Value, Options);
            return PolicyValueReader.FromElement(document.RootElement);
        }
        catch (JsonException)
        {
            return new TextValue($"[json('{text.Value.Length} characters')]");
        }
    }

    // Until the apply: the parent's id, and what follows from type and name.
    private static string? Id(PlanBlock values, string type)
    {
        if ((values.Text("id") ?? values.Text("resource_id")) is { } id) return id;
        if (values.Text("parent_id") is not { } parent || values.Text("name") is not { } name) return null;
        var segments = type.Split('/');
        return segments.Length == 2 ? $"{parent}/providers/{type}/{name}" : $"{parent}/{segments[^1]}/{name}";
    }
}
