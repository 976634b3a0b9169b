using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Resources;

/// <summary>What ARM lets tags be.</summary>
internal static class ResourceTags
{
    private const int MaxTags = 50;
    private const int MaxName = 512;
    private const int MaxValue = 256;
    private const string Forbidden = "<>%&\\?/";

    /// <summary>What is wrong with a <c>tags</c> member, or null; a missing one is well.</summary>
    public static ArmError? Validate(JsonNode? tags)
    {
        if (tags is null) return null;
        if (tags is not JsonObject given) return ArmErrors.InvalidRequestContent("The value of 'tags' is not an object");
        if (given.Count > MaxTags) return new ArmError(400, "TooManyTags", $"The resource has '{given.Count}' tags. The maximum number of tags is '{MaxTags}'.");
        foreach (var (name, value) in given)
        {
            if (Validate(name, value) is { } error) return error;
        }

        return null;
    }

    private static ArmError? Validate(string name, JsonNode? value)
    {
        if (name.Length is 0 or > MaxName) return new ArmError(400, "InvalidTagName", $"The tag name '{name}' is empty or longer than '{MaxName}' characters.");
        if (name.Any(character => char.IsControl(character) || Forbidden.Contains(character, StringComparison.Ordinal)))
            return new ArmError(400, "InvalidTagNameCharacters", $"The tag names '{name}' have reserved characters '{string.Join(',', Forbidden.ToCharArray())}' or control characters.");
        if (value is not JsonValue text || !text.TryGetValue<string>(out var content)) return ArmErrors.InvalidRequestContent($"The value of the tag '{name}' is not a string");
        return content.Length > MaxValue
            ? new ArmError(400, "InvalidTagValueLength", $"The value of the tag '{name}' is too long. The maximum length is '{MaxValue}' characters.")
            : null;
    }
}
