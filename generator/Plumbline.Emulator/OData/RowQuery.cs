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

    /// <summary>Whether the rows are taken as they come: nothing has to be read before the first, and one that was not read is missed by none.</summary>
    public bool IsPlain => Filter is null && Apply is null && OrderBy is null;

    /// <summary>Whether rows can be given before all were read.</summary>
    public bool IsStreamed => OrderBy is null && Apply?.OnlyFilters != false;

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
        var columns = apply is null ? schema : apply.Schema;
        if (error is null && query.TryGetValue("$orderby", out text)) order = OrderByClause.Parse(text, columns, out error);
        if (error is null && query.TryGetValue("$select", out text)) select = Names(text, columns, out error);
        if (error is null && query.TryGetValue("$top", out text)) top = Number(text, out error);
        if (error is null && query.TryGetValue("$from", out text)) from = Instant("$from", text, out error);
        if (error is null && query.TryGetValue("$to", out text)) to = Instant("$to", text, out error);
        if (error is null && from > to) error = "Invalid $from: it is later than $to.";
        return error is null ? new RowQuery(filter, apply, order, top, select, from, to) : null;
    }

    /// <summary>The rows that the query selects, before paging, read as they are asked for where that can be; <c>$select</c> is left to <see cref="Project"/>.</summary>
    /// <exception cref="ResponseTooLargeException">It has to hold too many.</exception>
    public IEnumerable<ODataRow> Run(IEnumerable<ODataRow> rows)
    {
        if (Filter is { } filter) rows = rows.Where(filter.Matches);
        if (Apply is not null) rows = Apply.Run(rows);
        if (OrderBy is not null) rows = OrderBy.Run(rows, Top);
        return Top is { } top ? rows.Take(top) : rows;
    }

    /// <summary>Whether a property is among those selected.</summary>
    public bool Shows(string property) => Select.IsEmpty || Select.Contains(property, StringComparer.Ordinal);

    /// <summary>The row with the selected properties only.</summary>
    public ObjectValue Project(ObjectValue row) => Select.IsEmpty ? row : new([.. row.Properties.Where(property => Shows(property.Key))]);

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
        var instant = ODataInstant.Parse(text);
        error = instant is null ? $"Invalid {option}: '{text}' is not an ISO 8601 instant." : null;
        return instant;
    }
}
