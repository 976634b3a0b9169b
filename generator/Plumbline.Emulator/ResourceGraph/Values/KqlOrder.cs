namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>A total order over values: null, booleans, numbers, instants, lengths of time, texts (ordinal), arrays and bags by their JSON.</summary>
internal sealed class KqlOrder : IComparer<KqlValue>
{
    private KqlOrder()
    {
    }

    /// <summary>The only instance.</summary>
    public static KqlOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(KqlValue? x, KqlValue? y) => (x, y) switch
    {
        (KqlText left, KqlText right) => string.CompareOrdinal(left.Value, right.Value),
        (KqlLong left, KqlLong right) => left.Value.CompareTo(right.Value),
        (KqlReal left, KqlReal right) => left.Value.CompareTo(right.Value),
        (KqlLong left, KqlReal right) => ((double)left.Value).CompareTo(right.Value),
        (KqlReal left, KqlLong right) => left.Value.CompareTo(right.Value),
        (KqlBoolean left, KqlBoolean right) => left.Value.CompareTo(right.Value),
        (KqlDateTime left, KqlDateTime right) => left.Value.CompareTo(right.Value),
        (KqlTimespan left, KqlTimespan right) => left.Value.CompareTo(right.Value),
        (KqlArray or KqlBag, KqlArray or KqlBag) => string.CompareOrdinal(KqlJson.Text(x), KqlJson.Text(y)),
        _ => Rank(x).CompareTo(Rank(y)),
    };

    /// <summary>The comparison of two values of one kind; null when they are of different kinds or one of them is null.</summary>
    public static int? Between(KqlValue left, KqlValue right) =>
        left is KqlNull || right is KqlNull || Rank(left) != Rank(right) ? null : Instance.Compare(left, right);

    private static int Rank(KqlValue? value) => value switch
    {
        KqlBoolean => 1,
        KqlLong or KqlReal => 2,
        KqlDateTime => 3,
        KqlTimespan => 4,
        KqlText => 5,
        KqlArray or KqlBag => 6,
        _ => 0,
    };
}
