using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Azure's documentation of the field <c>location</c>: <c>East US 2</c> equals <c>eastus2</c>.</summary>
internal static class LocationName
{
    /// <summary>A location, or a list of them, without blanks.</summary>
    public static PolicyValue Normalize(PolicyValue value) => value switch
    {
        TextValue text when text.Value.Contains(' ', StringComparison.Ordinal) => new TextValue(text.Value.Replace(" ", "", StringComparison.Ordinal)),
        ArrayValue array => new ArrayValue([.. array.Items.Select(Normalize)]),
        _ => value,
    };
}
