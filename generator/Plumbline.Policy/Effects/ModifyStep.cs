using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>One operation of modify, or one field of append, with its expressions evaluated.</summary>
/// <param name="Operation"><c>append</c>, <c>add</c>, <c>addOrReplace</c> or <c>remove</c>.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The value; undefined for <c>remove</c>.</param>
internal sealed record ModifyStep(string Operation, string Field, PolicyValue Value)
{
    public const string AppendOperation = "append";
    public const string Remove = "remove";

    /// <summary>An operation out of evaluated details, where its name is in Azure's spelling.</summary>
    public static ModifyStep Of(ObjectValue operation)
    {
        var name = Text(operation["operation"]);
        return new ModifyStep(name, Text(operation["field"]), name == Remove ? UndefinedValue.Instance : operation["value"]);
    }

    /// <summary>A field of append.</summary>
    public static ModifyStep OfAppend(ObjectValue field) => new(AppendOperation, Text(field["field"]), field["value"]);

    private static string Text(PolicyValue value) => (value as TextValue)?.Value ?? "";
}
