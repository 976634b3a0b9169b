using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>The smallest schema of JSON values: a type's name, a bag of the members' schemas, an array under <c>`indexer`</c>, or an array of alternatives.</summary>
internal sealed class SchemaAccumulator : Accumulator
{
    private readonly Shape shape = new();

    /// <inheritdoc/>
    public override KqlValue Result => shape.Value;

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments) => shape.Add(arguments[0], 0);

    private sealed class Shape
    {
        private readonly SortedSet<string> scalars = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, Shape> members = new(StringComparer.Ordinal);
        private Shape? items;
        private bool isBag;

        public KqlValue Value
        {
            get
            {
                var alternatives = scalars.Select(name => (KqlValue)new KqlText(name)).ToList();
                if (isBag) alternatives.Add(KqlBag.Of(members.Select(member => KeyValuePair.Create(member.Key, member.Value.Value))));
                if (items is not null) alternatives.Add(KqlBag.Of([KeyValuePair.Create("`indexer`", items.Value)]));
                return alternatives.Count == 1 ? alternatives[0] : KqlArray.Of(alternatives);
            }
        }

        public void Add(KqlValue value, int depth)
        {
            if (depth > 2 * Json.MaxDepth) throw new QueryLimitException($"A value nests deeper than {2 * Json.MaxDepth} levels.");
            switch (value)
            {
                case KqlNull: break;
                case KqlArray array:
                    items ??= new Shape();
                    foreach (var item in array.Items) items.Add(item, depth + 1);
                    break;
                case KqlBag bag:
                    isBag = true;
                    foreach (var (name, member) in bag.Members) (members.TryGetValue(name, out var known) ? known : members[name] = new Shape()).Add(member, depth + 1);
                    break;
                default: scalars.Add(NameOf(value)); break;
            }
        }

        private static string NameOf(KqlValue value) => value switch
        {
            KqlBoolean => "bool",
            KqlLong => "long",
            KqlReal => "double",
            KqlDateTime => "datetime",
            KqlTimespan => "timespan",
            _ => "string",
        };
    }
}
