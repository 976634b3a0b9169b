using Plumbline.Emulator.OData;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Scan;

/// <summary>An event as a row of PolicyInsights: a record, and who caused it.</summary>
internal sealed class EventRow(ComplianceRow row, TextValue tenant) : ODataRow
{
    /// <summary>The record.</summary>
    public ComplianceRow Row => row;

    /// <inheritdoc/>
    public override PolicyValue this[string property] => property switch
    {
        "tenantId" => tenant,
        "principalOid" => new TextValue(row.Verdicts.Principal),
        _ => row[property],
    };
}
