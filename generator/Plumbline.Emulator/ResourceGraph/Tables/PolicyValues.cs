using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.ResourceGraph.Tables;

/// <summary>Values of policy records as values of queries; read when they are asked for.</summary>
internal static class PolicyValues
{
    /// <summary>The value of a query.</summary>
    public static KqlValue Read(PolicyValue value) => value switch
    {
        TextValue text => new KqlText(text.Value),
        BooleanValue truth => KqlBoolean.Of(truth.Value),
        IntegerValue number => new KqlLong(number.Value),
        FloatValue number => new KqlReal(number.Value),
        ArrayValue array => KqlArray.Of(array.Items.Select(Read)),
        ObjectValue item => new Bag(item),
        _ => KqlNull.Instance,
    };

    private sealed record Bag(ObjectValue Record) : KqlBag
    {
        public override IEnumerable<KeyValuePair<string, KqlValue>> Members => Record.Properties.Select(property => KeyValuePair.Create(property.Key, Read(property.Value)));

        public override KqlValue this[string name]
        {
            get
            {
                foreach (var (key, value) in Record.Properties)
                {
                    if (key == name) return Read(value);
                }

                return KqlNull.Instance;
            }
        }

        public bool Equals(Bag? other) => base.Equals(other);

        public override int GetHashCode() => base.GetHashCode();
    }
}
