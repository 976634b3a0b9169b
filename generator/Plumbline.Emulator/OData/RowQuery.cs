using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>The query options of one request, applied in OData's order: filter, apply, orderby, top, select.</summary>
internal sealed record RowQuery(
    FilterNode? Filter, ApplyClause? Apply, OrderByClause? OrderBy, int? Top, ImmutableArray<string> Select, DateTimeOffset? From, DateTimeOffset? To)
{
    private static readonly ImmutableArray<string> Supported =
        ["$filter", "$apply", "$orderby", "$top", "$select", "$from", "$to", "$expand", "$skiptoken"];

    /// <summary>Reads the options; null and the problem when one is not supported.</summary>
    public static RowQuery? Parse(ImmutableDictionary<string, string> query, ODataSchema schema, out string? error)
    {
        error = Unsupported(query);
        FilterNode? filter = null;
        ApplyClause? apply = null;
        OrderByClause? order = null;
        ImmutableArray<string> select = [];
        int? top = null;
        DateTimeOffset? from = null, to = null;
        if (error is null && query.TryGetValue("$filter", out var text)) filter = FilterParser.Parse(text, schema, out error);
        if (error is null && query.TryGetValue("$apply", out text)) apply = ApplyClause.Parse(text, schema, out error);
        var columns = apply is null ? schema : schema with { Properties = apply.Columns };
        if (error is null && query.TryGetValue("$orderby", out text)) order = OrderByClause.Parse(text, columns, out error);
        if (error is null && query.TryGetValue("$select", out text)) select = Names(text, columns, out error);
        if (error is null && query.TryGetValue("$top", out text)) top = Number(text, out error);
        if (error is null && query.TryGetValue("$from", out text)) from = Instant("$from", text, out error);
        if (error is null && query.TryGetValue("$to", out text)) to = Instant("$to", text, out error);
        return error is null ? new RowQuery(filter, apply, order, top, select, from, to) : null;
    }

    /// <summary>The rows that the query selects, before paging; <c>$select</c> is left to <see cref="Project"/>.</summary>
    public ImmutableArray<ObjectValue> Run(IEnumerable<ObjectValue> rows)
    {
        if (Filter is not null) rows = rows.Where(Filter.Matches);
        if (Apply is not null) rows = Apply.Run(rows);
        if (OrderBy is not null) rows = OrderBy.Run(rows);
        return [.. Top is { } top ? rows.Take(top) : rows];
    }

    /// <summary>The row with the selected properties only.</summary>
    public ObjectValue Project(ObjectValue row) => Select.IsEmpty
        ? row
        : new([.. row.Properties.Where(property => Select.Contains(property.Key, StringComparer.Ordinal))]);

    private static string? Unsupported(ImmutableDictionary<string, string> query)
    {
        var unknown = query.Keys.Where(name => name.StartsWith('$')).Order(StringComparer.Ordinal)
            .FirstOrDefault(name => !Supported.Contains(name, StringComparer.OrdinalIgnoreCase));
        return unknown is null ? null : $"The query option '{unknown}' is not supported. The supported options are {string.Join(", ", Supported)}.";
    }

    private static ImmutableArray<string> Names(string text, ODataSchema schema, out string? error)
    {
        var reader = new ODataReader("$select", text, schema);
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            if (reader.ExpectProperty() is { } name) names.Add(name);
        }
        while (reader.TakeMark(","));

        reader.ExpectEnd();
        error = reader.Error;
        return names.ToImmutable();
    }

    private static int? Number(string text, out string? error)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        error = isNumber ? null : $"Invalid $top: '{text}' is not a whole number from 0.";
        return isNumber ? number : null;
    }

    private static DateTimeOffset? Instant(string option, string text, out string? error)
    {
        var isInstant = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant);
        error = isInstant ? null : $"Invalid {option}: '{text}' is not an ISO 8601 instant.";
        return isInstant ? instant : null;
    }
}
