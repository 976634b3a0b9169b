using System.Collections.Immutable;

namespace Plumbline.Policy.Schemas;

/// <summary>The states of a property, as runs from the newest api-version back; the last run goes on to the oldest.</summary>
internal sealed class PropertyHistory(ImmutableArray<(PropertyState State, int Count)> runs)
{
    /// <summary>The state in the newest api-version.</summary>
    public PropertyState Newest => runs[0].State;

    /// <summary>The state in the api-version that has so many newer ones.</summary>
    public PropertyState At(int newer)
    {
        foreach (var (state, count) in runs)
        {
            if (newer < count) return state;
            newer -= count;
        }

        return runs[^1].State;
    }

    /// <summary>The state in each of so many api-versions, oldest first.</summary>
    public ImmutableArray<PropertyState> States(int versions)
    {
        var states = new PropertyState[versions];
        var at = versions;
        foreach (var (state, count) in runs)
        {
            for (var left = count; left > 0 && at > 0; left--) states[--at] = state;
        }

        Array.Fill(states, runs[^1].State, 0, at);
        return [.. states];
    }
}
