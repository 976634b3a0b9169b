using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Json;

/// <summary>
/// An object or array whose end has not been read yet. Its members are collected here and handed to Newtonsoft.Json at the end:
/// a change of a container that has a parent is announced all the way up, and a replaced property is searched for.
/// </summary>
internal sealed class OpenContainer(bool isObject, TokenPosition position)
{
    private readonly List<JToken> members = [];
    private readonly Dictionary<string, int>? indices = isObject ? new(StringComparer.Ordinal) : null;
    private readonly List<RepeatedKey> repeated = [];
    private (string Name, TokenPosition Position)? pending;

    /// <summary>Where the next member would stand.</summary>
    public int Count => members.Count;

    /// <summary>The name of the next member.</summary>
    public void Name(string name, TokenPosition at) => pending = (name, at);

    /// <summary>The next member, or the value of the last name; a name given again replaces the earlier value.</summary>
    public void Add(JToken value)
    {
        if (indices is null) members.Add(value);

        // INVARIANT: inside an object a value always follows a property name.
        else if (pending is { } key) Add(indices, key.Name, key.Position, value);
    }

    /// <summary>The whole container.</summary>
    public JContainer Close()
    {
        JContainer container = isObject ? new JObject() : new JArray();
        container.AddAnnotation(position);
        foreach (var member in members) container.Add(member);
        if (repeated.Count > 0) container.AddAnnotation(new RepeatedKeyList(repeated));
        return container;
    }

    private void Add(Dictionary<string, int> known, string name, TokenPosition at, JToken value)
    {
        var property = new JProperty(name, value);
        property.AddAnnotation(at);
        if (known.TryAdd(name, members.Count))
        {
            members.Add(property);
            return;
        }

        members[known[name]] = property;
        repeated.Add(new RepeatedKey(name, at.Span));
    }
}
