using System.Text.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The left side of a condition: an element of the resource where it stands, or a value that an expression made.</summary>
internal readonly struct EvaluatedValue
{
    private readonly PolicyValue? value;

    public EvaluatedValue(ResourceElement element) => Element = element;

    public EvaluatedValue(PolicyValue value) => this.value = value;

    /// <summary>The element; no value when an expression made it.</summary>
    public ResourceElement Element { get; }

    public static EvaluatedValue Null { get; } = new(NullValue.Instance);

    /// <summary>Whether there is no value, as opposed to null.</summary>
    public bool IsUndefined => value is null ? Element.Kind == JsonTokenType.None : value is UndefinedValue;

    public bool IsNullOrUndefined => value is null ? Element.Kind is JsonTokenType.None or JsonTokenType.Null : value is NullValue or UndefinedValue;

    public PolicyValue ToValue() => value ?? Element.ToValue();

    public EvaluatedValue OrNull() => IsUndefined ? Null : this;
}
