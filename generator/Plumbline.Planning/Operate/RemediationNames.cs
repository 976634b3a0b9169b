using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Comparison;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>Names of remediations: the same for the same wish, so that running a command twice does not start the same work twice.</summary>
public static class RemediationNames
{
    /// <summary>What all names start with.</summary>
    public const string Prefix = "plumbline-";

    // Azure documents no limit; 64 is that of most policy objects, and a successor needs room for its number.
    private const int AssignmentLength = 16;
    private const int MemberLength = 20;
    private const int DigestLength = 10;

    /// <summary>The name of a task.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="member">The policy.</param>
    /// <param name="body">All that is asked for.</param>
    public static string Of(DeployedAssignment assignment, DeployedMember member, ObjectValue body)
    {
        var digest = ObjectDigest.OfText($"{assignment.Id.ToLowerInvariant()}|{ObjectDigest.Of(body)}")["sha256:".Length..];
        return $"{Prefix}{Part(assignment.DeclaredName, AssignmentLength)}-{Part(member.Title, MemberLength)}-{digest[..DigestLength]}";
    }

    /// <summary>The name to use at an endpoint, and whether a remediation of that name runs already, which is joined.</summary>
    /// <param name="name">The name of the task.</param>
    /// <param name="states">The states of the remediations that are there, by name without regard to case.</param>
    public static (string Name, bool Runs) Next(string name, ImmutableDictionary<string, string> states)
    {
        var candidate = name;
        for (var number = 2; states.TryGetValue(candidate, out var state); number++)
        {
            if (!IsTerminal(state)) return (candidate, true);
            candidate = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return (candidate, false);
    }

    /// <summary>Whether a remediation in this state is over; the specification names both <c>Complete</c> and <c>Succeeded</c>.</summary>
    public static bool IsTerminal(string state) =>
        state.ToLowerInvariant() is "canceled" or "cancelled" or "failed" or "complete" or "succeeded";

    private static string Part(string text, int length)
    {
        var plain = string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '-'));
        return plain.Length <= length ? plain : plain[..length].TrimEnd('-');
    }
}
