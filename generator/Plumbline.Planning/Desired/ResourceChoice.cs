using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;

namespace Plumbline.Planning.Desired;

/// <summary>Which resource a declared object is: the one it was deployed as, or a new one beside it when that cannot be changed this way.</summary>
/// <param name="Id">The id to write.</param>
/// <param name="Supersedes">The resource it takes the place of, or null.</param>
/// <param name="Refusals">Why that one cannot be updated.</param>
internal sealed record ResourceChoice(string Id, ArmObject? Supersedes, ImmutableArray<string> Refusals)
{
    private const int SuffixLength = 6;

    /// <summary>
    /// Chooses. A declared name may be deployed as itself or, after an incompatible change, as <c>{name}-p{digits}</c>; whichever fits is updated in place.
    /// What fits none becomes a successor: under its own name when that is free, else with a suffix that follows from its shape, so that planning again finds it.
    /// </summary>
    /// <param name="environment">Whose objects count.</param>
    /// <param name="live">What is there.</param>
    /// <param name="declared">Kind, scope, declared name and the longest name Azure takes.</param>
    /// <param name="shape">What an incompatible change changes.</param>
    /// <param name="refusals">Why an object cannot be updated; empty when it can.</param>
    public static ResourceChoice For(DeploymentEnvironment environment, LiveState live, DeclaredResource declared, string shape, Func<ArmObject, ImmutableArray<string>> refusals)
    {
        var baseId = declared.Kind.IdAt(declared.Scope, declared.Name);
        var deployed = live.Of(declared.Kind)
            .Where(one => IsSame(one.Id, baseId) || (IsSame(one.Scope, declared.Scope) && OwnershipMark.IsOf(environment, one) && IsSame(OwnershipMark.NameOf(one), declared.Name)))
            .OrderByDescending(one => IsSame(one.Id, baseId))
            .ThenBy(one => one.Id, StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();
        var suffixed = Suffixed(declared, shape, 4);
        if (deployed.FirstOrDefault(one => IsSame(one.Id, suffixed) && refusals(one).IsEmpty) is { } exact) return new(exact.Id, null, []);
        if (deployed.FirstOrDefault(one => refusals(one).IsEmpty) is { } fitting) return new(fitting.Id, null, []);

        var id = live.Find(baseId) is null ? baseId : live.Find(suffixed) is null ? suffixed : Suffixed(declared, shape, 8);
        return deployed is [var incumbent, ..] ? new(id, incumbent, refusals(incumbent)) : new(id, null, []);
    }

    private static string Suffixed(DeclaredResource declared, string shape, int digits)
    {
        var digest = ObjectDigest.OfText(shape)["sha256:".Length..];
        var kept = Math.Min(declared.Name.Length, declared.MaximumName - SuffixLength - (digits - 4));
        return declared.Kind.IdAt(declared.Scope, $"{declared.Name[..kept]}-p{digest[..digits]}");
    }

    private static bool IsSame(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
