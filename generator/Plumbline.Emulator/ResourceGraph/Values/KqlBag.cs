using System.Collections.Immutable;
using System.Text.Json;

namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>A property bag (JSON object) of a <c>dynamic</c> value. Names are compared with their case. Equal to another when their JSON is.</summary>
internal abstract record KqlBag : KqlValue
{
    /// <summary>The members in order.</summary>
    public abstract IEnumerable<KeyValuePair<string, KqlValue>> Members { get; }

    /// <summary>The value of a member; null when there is none.</summary>
    public abstract KqlValue this[string name] { get; }

    /// <summary>The bag of these members; of two with one name the last is kept.</summary>
    public static KqlBag Of(IEnumerable<KeyValuePair<string, KqlValue>> members)
    {
        var (order, values) = (new List<string>(), new Dictionary<string, KqlValue>(StringComparer.Ordinal));
        foreach (var (name, value) in members)
        {
            if (!values.ContainsKey(name)) order.Add(name);
            values[name] = value;
        }

        return new ListBag([.. order.Select(name => KeyValuePair.Create(name, values[name]))]);
    }

    /// <summary>A JSON object; its members are read when they are asked for.</summary>
    public static KqlBag Of(JsonElement bag) => new JsonBag(bag);

    /// <inheritdoc/>
    public virtual bool Equals(KqlBag? other) => ReferenceEquals(this, other) || (other is not null && KqlJson.Text(this) == KqlJson.Text(other));

    /// <inheritdoc/>
    public override int GetHashCode() => KqlJson.Text(this).GetHashCode(StringComparison.Ordinal);

    private sealed record ListBag(ImmutableArray<KeyValuePair<string, KqlValue>> List) : KqlBag
    {
        public override IEnumerable<KeyValuePair<string, KqlValue>> Members => List;

        public override KqlValue this[string name]
        {
            get
            {
                foreach (var (key, value) in List)
                {
                    if (key == name) return value;
                }

                return KqlNull.Instance;
            }
        }

        public bool Equals(ListBag? other) => base.Equals(other);

        public override int GetHashCode() => base.GetHashCode();
    }

    private sealed record JsonBag(JsonElement Bag) : KqlBag
    {
        public override IEnumerable<KeyValuePair<string, KqlValue>> Members => Bag.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, KqlJson.Read(member.Value)));

        public override KqlValue this[string name] => WellFormedText.IsWellFormed(name) && Bag.TryGetProperty(name, out var value) ? KqlJson.Read(value) : KqlNull.Instance;

        public bool Equals(JsonBag? other) => base.Equals(other);

        public override int GetHashCode() => base.GetHashCode();
    }
}
