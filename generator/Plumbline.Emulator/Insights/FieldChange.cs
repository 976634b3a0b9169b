using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Insights;

/// <summary>A change that an append or modify effect makes to a field.</summary>
/// <param name="Field">The field as the policy names it.</param>
/// <param name="Value">What it puts there; undefined when it removes the field.</param>
/// <param name="KeepsOthers">Whether another value that is there already is left there.</param>
internal sealed record FieldChange(string Field, PolicyValue Value, bool KeepsOthers)
{
    /// <summary>The changes of a violation; none when there is none or its effect changes nothing.</summary>
    public static IEnumerable<FieldChange> Of(CertainViolation? violation) => violation?.Record switch
    {
        { Effect: EffectNames.Append, Details: ArrayValue fields } => fields.Items.OfType<ObjectValue>().Select(field => new FieldChange(Text(field["field"]), field["value"], false)),
        { Effect: EffectNames.Append, Details: ObjectValue field } => [new FieldChange(Text(field["field"]), field["value"], false)],
        { Effect: EffectNames.Modify, Details: ObjectValue details } when details["operations"] is ArrayValue operations =>
            operations.Items.OfType<ObjectValue>().Where(operation => operation["condition"] is not BooleanValue { Value: false }).Select(Operation),
        _ => [],
    };

    private static FieldChange Operation(ObjectValue operation) => new(
        Text(operation["field"]),
        Is(operation, "remove") ? UndefinedValue.Instance : operation["value"],
        Is(operation, "add"));

    private static bool Is(ObjectValue operation, string name) => string.Equals(Text(operation["operation"]), name, StringComparison.OrdinalIgnoreCase);

    private static string Text(PolicyValue value) => value is TextValue text ? text.Value : string.Empty;
}
