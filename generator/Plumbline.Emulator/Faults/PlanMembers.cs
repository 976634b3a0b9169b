using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Faults;

/// <summary>Reads the members of a plan and collects what is wrong with them, a sentence each with its place.</summary>
internal sealed class PlanMembers
{
    /// <summary>The largest count.</summary>
    public const int MaxCount = 1_000_000;

    private readonly List<string> problems = [];

    /// <summary>What is wrong, in the order of the text.</summary>
    public ImmutableArray<string> Problems => [.. problems];

    /// <summary>Tells a problem.</summary>
    public void Add(string problem) => problems.Add(problem);

    /// <summary>Whether it is an object; members that are not known are told.</summary>
    public bool IsObject(JsonElement item, string at, ImmutableArray<string> known)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"'{at}' must be an object.");
            return false;
        }

        var unknown = item.EnumerateObject().Where(member => !known.Contains(member.Name)).Select(member => $"'{at}.{member.Name}' is not known; there are {string.Join(", ", known)}.");
        problems.AddRange(unknown);
        return true;
    }

    /// <summary>A whole number within limits; <paramref name="missing"/> when it is not there or not one.</summary>
    public int Integer(JsonElement item, string at, string name, int missing, int least, int most)
    {
        if (item.Property(name) is not { } given) return missing;
        if (given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var number) && number >= least && number <= most) return number;
        problems.Add($"'{at}.{name}' must be a whole number from {least} to {most}.");
        return missing;
    }

    /// <summary>A text that is not empty; null when it is not there or not one.</summary>
    public string? Text(JsonElement item, string at, string name)
    {
        if (item.Property(name) is not { } given) return null;
        if (given.ValueKind == JsonValueKind.String && given.GetString() is { Length: > 0 and <= 512 } text) return text;
        problems.Add($"'{at}.{name}' must be a text of 1 to 512 characters.");
        return null;
    }
}
