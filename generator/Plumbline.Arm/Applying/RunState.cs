using System.Collections.Immutable;
using Plumbline.Planning.Objects;

namespace Plumbline.Arm.Applying;

/// <summary>What a run, with the earlier ones that it goes on from, has done to objects. Safe for use by several threads.</summary>
internal sealed class RunState
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string?> left = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableHashSet<string> changed = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes how an object was left behind.</summary>
    /// <param name="id">The object.</param>
    /// <param name="digest">Its digest; null when it is gone.</param>
    /// <param name="isNewOrGone">Whether it did not exist before, or does not exist any more: what others may not know yet.</param>
    public void Note(string id, string? digest, bool isNewOrGone)
    {
        lock (gate)
        {
            left[id] = digest;
            if (isNewOrGone) changed = changed.Add(id);
        }
    }

    /// <summary>What is expected of an object that was written before; null when it was not.</summary>
    public Expectation? Left(string id)
    {
        lock (gate) return left.TryGetValue(id, out var digest) ? Expectation.Left(digest) : null;
    }

    /// <summary>
    /// Whether a refusal of a write is about an object that is new or gone since this run, other than the one that is written. Where a refusal has ids, ids count;
    /// else names, since Azure often says no more.
    /// </summary>
    public bool IsAbout(ArmFailure failure, string writtenId)
    {
        var (candidates, writtenName) = (changed, NameOf(writtenId));
        if (failure.Message.Contains(ArmObjectKinds.Provider, StringComparison.OrdinalIgnoreCase))
            return candidates.Any(id => !string.Equals(id, writtenId, StringComparison.OrdinalIgnoreCase) && Names(failure.Message, id));
        return candidates.Select(NameOf).Any(name => !string.Equals(name, writtenName, StringComparison.OrdinalIgnoreCase) && Names(failure.Message, name));
    }

    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];

    // As a whole word: 'tls' is not named by 'tls-minimum'.
    private static bool Names(string message, string name)
    {
        for (var at = message.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = message.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsOfName(message[at - 1])) && (end == message.Length || !IsOfName(message[end]))) return true;
        }

        return false;
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';
}
