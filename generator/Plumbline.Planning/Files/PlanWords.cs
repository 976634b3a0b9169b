using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Files;

/// <summary>The words of a plan file for enumerations: the name with a small first letter.</summary>
internal static class PlanWords
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The value of a word, or null.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word) return value;
        }

        return null;
    }

    /// <summary>The lane of a word, or null.</summary>
    public static PlanLane? Lane(string word) => Parse<PlanLane>(word);
}
