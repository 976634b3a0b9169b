using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>
/// Where a page ended, as <c>$skiptoken</c> carries it. A page that follows starts behind the record that was shown last, whatever was written in between; where rows had to
/// be ordered or counted first, it starts behind a number of rows.
/// </summary>
/// <param name="Taken">How many rows the pages before showed.</param>
/// <param name="Timestamp">When the record shown last was made; null when rows are counted.</param>
/// <param name="Resource">The resource of the record shown last.</param>
/// <param name="Sequence">The evaluation's number among those of one resource and one instant.</param>
/// <param name="Place">The place of the record shown last in its evaluation.</param>
internal sealed record RecordCursor(int Taken, DateTimeOffset? Timestamp, ResourceId? Resource, long Sequence, int Place)
{
    /// <summary>The start.</summary>
    public static RecordCursor Start { get; } = new(0, null, null, 0, 0);

    /// <summary>The cursor behind a row.</summary>
    public static RecordCursor Behind(int taken, ComplianceRow row) => new(taken, row.Verdicts.Timestamp, row.Verdicts.Resource.Id, row.Verdicts.Sequence, row.Place);

    /// <summary>Reads a token; null when this endpoint did not make it.</summary>
    public static RecordCursor? Parse(string token)
    {
        if (token.Length > 4096 || !Base64Url.IsValid(token)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('|');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var taken)) return null;
        if (parts.Length == 1) return Start with { Taken = taken };
        return parts.Length == 5
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && ResourceId.TryParse(parts[4]) is { } resource
                ? new RecordCursor(taken, new DateTimeOffset(ticks, TimeSpan.Zero), resource, sequence, place)
                : null;
    }

    /// <summary>The place in an evaluation from which rows were not shown yet.</summary>
    public int FirstPlaceOf(ResourceVerdicts verdicts) =>
        verdicts.Timestamp == Timestamp && verdicts.Sequence == Sequence && verdicts.Resource.Id.Equals(Resource) ? Place + 1 : 0;

    /// <summary>The token.</summary>
    public override string ToString()
    {
        var text = Timestamp is { } at ? string.Create(CultureInfo.InvariantCulture, $"{Taken}|{at.UtcTicks}|{Sequence}|{Place}|{Resource}") : Taken.ToString(CultureInfo.InvariantCulture);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }
}
