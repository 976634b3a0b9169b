using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>A path into a resource, in steps: property names, and <see cref="EachMember"/> for <c>[*]</c>.</summary>
internal sealed record AliasPath(ImmutableArray<string> Steps)
{
    /// <summary>The step that stands for every member of an array. No property has this name.</summary>
    public const string EachMember = "[*]";

    /// <summary>How many arrays the path runs through.</summary>
    public int ArrayLevels { get; } = Steps.Count(step => step == EachMember);

    /// <summary>Reads a path such as <c>properties.subnets[*].properties.addressPrefix</c> or <c>tags['a.b']</c>. Every text is some path.</summary>
    public static AliasPath Parse(string text)
    {
        var steps = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOfAny(['.', '['], start + 1);
            if (text[start] == '[') end = text.IndexOf(']', start) + 1;
            if (end <= start) end = text.Length;
            Add(steps, StepOf(text[start..end]));
            start = end < text.Length && text[end] == '.' ? end + 1 : end;
        }

        return new AliasPath(steps.ToImmutable());
    }

    /// <summary>The index of the first <see cref="EachMember"/> at or after <paramref name="start"/>, or -1.</summary>
    public static int NextArray(ImmutableArray<string> steps, int start)
    {
        for (var index = start; index < steps.Length; index++)
        {
            if (steps[index] == EachMember) return index;
        }

        return -1;
    }

    /// <summary>Whether this path starts with all steps of another, without regard to case.</summary>
    public bool StartsWith(ImmutableArray<string> prefix) =>
        prefix.Length <= Steps.Length && prefix.SequenceEqual(Steps.Take(prefix.Length), StringComparer.OrdinalIgnoreCase);

    // The one property of Azure whose name has a dot in paths: the discriminator of OData.
    private static void Add(ImmutableArray<string>.Builder steps, string step)
    {
        if (step == "type" && steps.Count > 0 && steps[^1] is ("odata" or "@odata")) steps[^1] += ".type";
        else steps.Add(step);
    }

    private static string StepOf(string text) => text switch
    {
        EachMember => EachMember,
        ['[', '\'', .. var quoted, '\'', ']'] => quoted,
        ['[', .. var bare, ']'] => bare,
        _ => text,
    };
}
