using Plumbline.Policy.Values;

namespace Plumbline.Planning.Objects;

/// <summary>An object as an endpoint has it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, as the endpoint spells it.</param>
/// <param name="Document">The whole document: <c>id</c>, <c>name</c>, <c>type</c>, <c>properties</c>, and an assignment's <c>identity</c> and <c>location</c>.</param>
public sealed record ArmObject(ArmObjectKind Kind, string Id, ObjectValue Document)
{
    private static readonly ObjectValue Nothing = new([]);

    /// <summary>The resource name: the end of the id.</summary>
    public string Name => Id[(Id.LastIndexOf('/') + 1)..];

    /// <summary>The scope it stands at: what the id has before the provider.</summary>
    public string Scope => ArmScope.Of(Id);

    /// <summary>The <c>properties</c>; empty when there are none.</summary>
    public ObjectValue Properties => Document["properties"] as ObjectValue ?? Nothing;

    /// <summary>The <c>properties.metadata</c>; empty when there is none.</summary>
    public ObjectValue Metadata => Properties["metadata"] as ObjectValue ?? Nothing;

    /// <summary>The object id of an assignment's identity, or null when it has none (yet).</summary>
    public string? PrincipalId => Document["identity"] is ObjectValue identity && identity["principalId"] is TextValue { Value.Length: > 0 } principal ? principal.Value : null;

    /// <summary>Reads an answer; null when it is not an ARM object.</summary>
    public static ArmObject? From(ArmObjectKind kind, PolicyValue document) =>
        document is ObjectValue item && item["id"] is TextValue { Value.Length: > 0 } id ? new(kind, id.Value, item) : null;
}
