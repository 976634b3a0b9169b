using Newtonsoft.Json.Linq;

namespace Plumbline.UnitTests.Policy;

/// <summary>Brings an actual value into the shape of the wanted one, so that both can be compared as text.</summary>
internal static class JsonShape
{
    /// <summary>Only the members of objects that are wanted, in their order; a missing one stays missing. Everything else is kept.</summary>
    public static JToken? Within(JToken? actual, JToken wanted) => (actual, wanted) switch
    {
        (JObject from, JObject like) => new JObject(Shared(from, like).Select(member => new JProperty(member.Name, Within(from[member.Name], member.Value)))),
        (JArray from, JArray like) when from.Count == like.Count => new JArray(from.Zip(like, Within)),
        _ => actual,
    };

    /// <summary>Every member of objects, the wanted ones first and in their order.</summary>
    public static JToken? Ordered(JToken? actual, JToken wanted) => (actual, wanted) switch
    {
        (JObject from, JObject like) => new JObject(
            Shared(from, like).Select(member => new JProperty(member.Name, Ordered(from[member.Name], member.Value)))
                .Concat(from.Properties().Where(member => like.Property(member.Name) is null))),
        (JArray from, JArray like) when from.Count == like.Count => new JArray(from.Zip(like, Ordered)),
        _ => actual,
    };

    private static IEnumerable<JProperty> Shared(JObject from, JObject like) => like.Properties().Where(member => from.Property(member.Name) is not null);
}
