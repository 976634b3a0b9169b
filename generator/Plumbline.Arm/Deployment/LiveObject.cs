using System.Text.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Deployment;

/// <summary>An object as the endpoint has it.</summary>
/// <param name="Document">The whole document: <c>id</c>, <c>name</c>, <c>type</c>, <c>properties</c>, and an assignment's <c>identity</c> and <c>location</c>.</param>
internal sealed record LiveObject(ArmObjectKind Kind, string Name, string Id, ObjectValue Document)
{
    private static readonly ObjectValue Nothing = new([]);

    /// <summary>The <c>properties</c>.</summary>
    public ObjectValue Properties { get; } = Document["properties"] as ObjectValue ?? Nothing;

    /// <summary>Reads an answer; null when it is not an ARM object.</summary>
    public static LiveObject? From(ArmObjectKind kind, JsonElement element) =>
        PolicyValueReader.FromElement(element) is ObjectValue document && document["id"] is TextValue id && document["name"] is TextValue name
            ? new(kind, name.Value, id.Value, document)
            : null;
}
