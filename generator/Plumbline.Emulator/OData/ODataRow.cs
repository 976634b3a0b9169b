using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>A row that a query reads. Fields are made when they are asked for, so that a row that is not selected costs next to nothing.</summary>
internal abstract class ODataRow
{
    /// <summary>The value of a property in the schema's casing; <see cref="UndefinedValue"/> when the row has none.</summary>
    public abstract PolicyValue this[string property] { get; }
}

/// <summary>A row that was made already.</summary>
internal sealed class ObjectRow(ObjectValue fields) : ODataRow
{
    /// <summary>The fields, in the order in which they are shown.</summary>
    public ObjectValue Fields => fields;

    /// <inheritdoc/>
    public override PolicyValue this[string property] => fields[property];
}
