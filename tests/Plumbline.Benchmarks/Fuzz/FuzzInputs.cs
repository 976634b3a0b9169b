using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Benchmarks.Fuzz;

/// <summary>Makes the random inputs: the same number and the same seed make the same input.</summary>
internal sealed class FuzzInputs(int seed)
{
    private readonly FuzzSamples samples = new();

    /// <summary>The input of a number.</summary>
    public FuzzCase Make(long number)
    {
        var random = new Random(HashOf(number));
        return random.Next(10) switch
        {
            0 or 1 => new(FuzzTargets.Parse, Mutated(samples.Definitions, random)),
            2 or 3 => new(FuzzTargets.Expression, Encoding.UTF8.GetBytes(Expression(random)), MaybeMutated(samples.Resources, random)),
            4 or 5 or 6 or 7 => Evaluation(Any(samples.Definitions, random), random),
            8 => new(FuzzTargets.Resource, Mutated(samples.Resources, random)),
            _ => new(FuzzTargets.Aliases, Mutated(samples.AliasFiles, random), MaybeMutated(samples.Resources, random)),
        };
    }

    // Mostly a resource of a type that the definition asks for: on others its conditions are not looked at.
    private FuzzCase Evaluation(JToken definition, Random random)
    {
        var types = definition.SelectTokens("$..[?(@.field == 'type')].equals").Where(type => type.Type == JTokenType.String).ToList();
        var resource = Any(samples.Resources, random).DeepClone();
        if (types.Count > 0 && random.Next(4) > 0) resource["type"] = types[random.Next(types.Count)].DeepClone();
        var text = random.Next(3) > 0 ? JsonMutator.Mutate(resource, samples.Resources, random) : BytesOf(resource);
        return new(FuzzTargets.Evaluate, random.Next(4) > 0 ? JsonMutator.Mutate(definition, samples.Definitions, random) : BytesOf(definition), text);
    }

    private int HashOf(long number) => unchecked((int)(((ulong)number * 0x9E3779B97F4A7C15) >> 33) ^ seed);

    private static JToken Any(JToken[] tokens, Random random) => tokens[random.Next(tokens.Length)];

    private static byte[] BytesOf(JToken token) => Encoding.UTF8.GetBytes(token.ToString(Formatting.None));

    private static byte[] Mutated(JToken[] sources, Random random)
    {
        var source = Any(sources, random);
        return random.Next(3) > 0 ? JsonMutator.Mutate(source, sources, random) : TextMutator.Mutate(BytesOf(source), random);
    }

    private static byte[] MaybeMutated(JToken[] sources, Random random) => random.Next(3) > 0 ? Mutated(sources, random) : BytesOf(Any(sources, random));

    // Parts of expressions go into each other as arguments; one in two has bytes changed as well.
    private string Expression(Random random)
    {
        var text = samples.Expressions[random.Next(samples.Expressions.Length)];
        for (var left = random.Next(3); left > 0; left--) text = Spliced(text, samples.Expressions[random.Next(samples.Expressions.Length)], random);
        return random.Next(2) == 0 ? text : Encoding.UTF8.GetString(TextMutator.Mutate(Encoding.UTF8.GetBytes(text), random));
    }

    private static string Spliced(string outer, string inner, Random random)
    {
        var places = Enumerable.Range(0, outer.Length).Where(index => outer[index] is '(' or ',').ToList();
        if (places.Count == 0) return outer;
        var start = places[random.Next(places.Count)] + 1;
        var end = outer.IndexOfAny([',', ')'], start);
        return end < 0 ? outer : $"{outer[..start]}{inner[1..^1]}{outer[end..]}";
    }
}
