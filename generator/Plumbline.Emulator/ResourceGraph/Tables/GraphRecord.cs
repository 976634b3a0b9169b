using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.ResourceGraph.Engine;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.ResourceGraph.Tables;

/// <summary>A row of a Resource Graph table before its columns are read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The id as the column shows it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Body">Its document; undefined where there is none.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="Properties">Gives <c>properties</c> where they are not those of the document; else null.</param>
internal sealed record GraphRecord(ResourceId Id, string Text, string Name, JsonElement Body, string TenantId, Func<KqlValue>? Properties = null)
{
    private static readonly ImmutableArray<(string Name, KqlType Type, Func<GraphRecord, KqlValue> Read)> All =
    [
        ("id", KqlType.Text, record => new KqlText(record.Text)),
        ("name", KqlType.Text, record => new KqlText(record.Name)),
        ("type", KqlType.Text, record => new KqlText(record.Id.Type.ToLowerInvariant())),
        ("tenantId", KqlType.Text, record => new KqlText(record.TenantId)),
        ("kind", KqlType.Text, record => record.TextOf("kind")),
        ("location", KqlType.Text, record => new KqlText(record.TextOf("location").Value.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())),
        ("resourceGroup", KqlType.Text, record => new KqlText(record.Id.ResourceGroup?.ToLowerInvariant() ?? string.Empty)),
        ("subscriptionId", KqlType.Text, record => new KqlText(record.Id.SubscriptionId ?? string.Empty)),
        ("managedBy", KqlType.Text, record => record.TextOf("managedBy")),
        ("sku", KqlType.Dynamic, record => record.Member("sku")),
        ("plan", KqlType.Dynamic, record => record.Member("plan")),
        ("properties", KqlType.Dynamic, record => record.Properties is { } properties ? properties() : record.Member("properties")),
        ("tags", KqlType.Dynamic, record => record.Member("tags")),
        ("identity", KqlType.Dynamic, record => record.Member("identity")),
        ("zones", KqlType.Dynamic, record => record.Member("zones")),
        ("extendedLocation", KqlType.Dynamic, record => record.Member("extendedLocation")),
        ("apiVersion", KqlType.Text, _ => KqlText.Empty),
    ];

    private static readonly ImmutableArray<KqlColumn> Columns = [.. All.Select(column => new KqlColumn(column.Name, column.Type))];
    private static readonly ImmutableArray<Func<GraphRecord, KqlValue>> Readers = [.. All.Select(column => column.Read)];

    /// <summary>The row of a resource.</summary>
    public static GraphRecord Of(StoredResource resource, string tenantId) => new(resource.Id, resource.Id.Text, resource.Id.Name, resource.Body, tenantId);

    /// <summary>A table of records: all tables have the same columns.</summary>
    public static Relation Table(IEnumerable<GraphRecord> records) => new(Columns, records.Select(record => KqlRow.Of(record, Readers)));

    private KqlText TextOf(string name) => Body.Text(name) is { } text ? new KqlText(text) : KqlText.Empty;

    private KqlValue Member(string name) => Body.Property(name) is { } value ? KqlJson.Read(value) : KqlNull.Instance;
}
