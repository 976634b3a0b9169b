using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Desired;

/// <summary>Finds the members that a <see cref="MemberChoice"/> chooses.</summary>
internal static class MemberSelection
{
    /// <summary>The chosen members, in the order of the initiative.</summary>
    public static ImmutableArray<InitiativeMember> Of(ImmutableArray<InitiativeMember> members, MemberChoice choice) =>
        [.. members.Where(member => Chooses(choice, member))];

    /// <summary>The problem of a choice that chooses nothing, or null.</summary>
    public static Diagnostic? Unmatched(ImmutableArray<InitiativeMember> members, MemberChoice choice, string target)
    {
        if (members.Any(member => Chooses(choice, member))) return null;
        var known = choice.Kind switch
        {
            MemberChoiceKind.Control => members.SelectMany(member => member.Groups).Select(ControlName.Short),
            MemberChoiceKind.Policy => members.Select(member => member.DefinitionName),
            _ => members.Select(member => member.ReferenceId),
        };
        return DiagnosticCatalog.MemberChoiceEmpty(choice.At, Word(choice.Kind), choice.Name, target, NearestName.Find(choice.Name, known.Distinct(StringComparer.OrdinalIgnoreCase)));
    }

    private static bool Chooses(MemberChoice choice, InitiativeMember member) => choice.Kind switch
    {
        MemberChoiceKind.Control => member.Groups.Any(group => ControlName.Means(choice.Name, group)),
        MemberChoiceKind.Policy => IsPolicy(choice.Name, member),
        _ => string.Equals(choice.Name, member.ReferenceId, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Whether a name or id means the definition of a member.</summary>
    public static bool IsPolicy(string name, InitiativeMember member) =>
        string.Equals(name, member.DefinitionName, StringComparison.OrdinalIgnoreCase) || string.Equals(name.TrimEnd('/'), member.DefinitionId, StringComparison.OrdinalIgnoreCase);

    private static string Word(MemberChoiceKind kind) => kind switch
    {
        MemberChoiceKind.Control => "control",
        MemberChoiceKind.Policy => "policy",
        _ => "reference",
    };
}
