using System.Collections.Immutable;
using System.Text.Json;

namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>An array of a <c>dynamic</c> value. Equal to another when their JSON is.</summary>
internal abstract record KqlArray : KqlValue
{
    /// <summary>How many members it has.</summary>
    public abstract int Count { get; }

    /// <summary>The members in order.</summary>
    public abstract IEnumerable<KqlValue> Items { get; }

    /// <summary>The array of these members.</summary>
    public static KqlArray Of(IEnumerable<KqlValue> items) => new ListArray([.. items]);

    /// <summary>A JSON array; its members are read when they are asked for.</summary>
    public static KqlArray Of(JsonElement array) => new JsonArrayValue(array);

    /// <summary>The member at an index, counted from the end when negative; null outside.</summary>
    public KqlValue At(long index)
    {
        var position = index < 0 ? index + Count : index;
        return position < 0 || position >= Count ? KqlNull.Instance : Item((int)position);
    }

    /// <inheritdoc/>
    public virtual bool Equals(KqlArray? other) => ReferenceEquals(this, other) || (other is not null && Count == other.Count && KqlJson.Text(this) == KqlJson.Text(other));

    /// <inheritdoc/>
    public override int GetHashCode() => KqlJson.Text(this).GetHashCode(StringComparison.Ordinal);

    /// <summary>The member at an index from 0 to <see cref="Count"/> - 1.</summary>
    protected abstract KqlValue Item(int index);

    private sealed record ListArray(ImmutableArray<KqlValue> Members) : KqlArray
    {
        public override int Count => Members.Length;

        public override IEnumerable<KqlValue> Items => Members;

        public bool Equals(ListArray? other) => base.Equals(other);

        public override int GetHashCode() => base.GetHashCode();

        protected override KqlValue Item(int index) => Members[index];
    }

    private sealed record JsonArrayValue(JsonElement Array) : KqlArray
    {
        public override int Count => Array.GetArrayLength();

        public override IEnumerable<KqlValue> Items => Array.EnumerateArray().Select(KqlJson.Read);

        public bool Equals(JsonArrayValue? other) => base.Equals(other);

        public override int GetHashCode() => base.GetHashCode();

        protected override KqlValue Item(int index) => KqlJson.Read(Array[index]);
    }
}
