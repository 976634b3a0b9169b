using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Works out what a branch says of an entry in an environment.</summary>
internal sealed class PacBranchSettings(MemberLookup lookup, ImmutableArray<Diagnostic>.Builder problems)
{
    /// <summary>What is left out: the environment's, and the branch's for the environment or for all.</summary>
    public static ImmutableArray<string> NotScopes(PacEnvironment environment, PacNode branch) =>
        [.. environment.NotScopes.Concat(branch.NotScopes.Where(one => one.Key == environment.Selector || one.Key == "*").Select(one => one.Value)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The values of parameters; those of the branch count over those of the parameter file. A name that the target does not declare is for another entry of a list,
    /// or a mistake: it is left out, and reported when no entry declares it.
    /// </summary>
    public ObjectValue Parameters(PacNode branch, PacEntry entry, PacSettingsOfRows rows)
    {
        var all = rows.Parameters.Properties.Where(value => branch.Parameters[value.Key] is UndefinedValue).Concat(branch.Parameters.Properties);
        if (Declared(entry) is not { } declared) return new([.. all]);
        foreach (var value in branch.Parameters.Properties.Where(value => !branch.Entries.Any(other => Declared(other) is not { } names || names[value.Key] is not UndefinedValue)))
            problems.Add(DiagnosticCatalog.ImportKeyIgnored(branch.At, value.Key, NearestName.Find(value.Key, declared.Properties.Select(one => one.Key))));
        return new([.. all.Where(value => declared[value.Key] is not UndefinedValue)]);
    }

    /// <summary>The effects that the overrides choose for an entry.</summary>
    public IEnumerable<EffectChoice> Effects(PacNode branch, PacEntry entry) =>
        branch.Overrides
            .Where(one => one.Target is null || string.Equals(one.Target, MemberLookup.NameOf(entry.Target), StringComparison.OrdinalIgnoreCase))
            .SelectMany(one => Members(one, entry).Select(member => new EffectChoice(member, one.Effect)));

    /// <summary>The identity: one is given where a region is known and a policy needs it, or nobody can tell.</summary>
    public IdentityDeclaration? Identity(PacEnvironment environment, PacNode branch, PacEntry entry)
    {
        var location = branch.IdentityLocations.GetValueOrDefault(environment.Selector) ?? branch.IdentityLocations.GetValueOrDefault("*") ?? environment.IdentityLocation;
        var assigned = branch.Identities.LastOrDefault(one =>
            (one.Selector == environment.Selector || one.Selector == "*") && (one.Target is null || string.Equals(one.Target, MemberLookup.NameOf(entry.Target), StringComparison.OrdinalIgnoreCase))).Identity;
        if (!Needs.Identity(lookup, entry)) return null;
        if (location is not null) return new(assigned, location);
        problems.Add(DiagnosticCatalog.NotImported(branch.At, $"the identity of '{branch.Path}'", "no region is given for it", "set 'managedIdentityLocations'"));
        return null;
    }

    private ObjectValue? Declared(PacEntry entry)
    {
        var document = entry.Kind == ArmObjectKind.PolicySetDefinition ? lookup.Initiative(entry.Target) : lookup.Definition(entry.Target);
        return document is null ? null : document.Properties["parameters"] as ObjectValue ?? new ObjectValue([]);
    }

    private IEnumerable<MemberChoice> Members(PacOverride one, PacEntry entry)
    {
        if (entry.Kind == ArmObjectKind.PolicyDefinition) return [new(MemberChoiceKind.Policy, entry.Target, one.At)];
        if (!one.In.IsEmpty) return one.In.Select(reference => new MemberChoice(MemberChoiceKind.Reference, reference, one.At));
        if (lookup.Members(entry.Target) is { } members)
            return members.Select(MemberLookup.ReferenceOf).Where(reference => !one.NotIn.Contains(reference, StringComparer.OrdinalIgnoreCase)).Select(reference => new MemberChoice(MemberChoiceKind.Reference, reference, one.At));
        problems.Add(DiagnosticCatalog.NotImported(one.At, $"an override to '{one.Effect}' for all policies of a built-in initiative", "its members are not in the folder", "name the reference ids"));
        return [];
    }

    private static class Needs
    {
        // A definition says so by the roles it lists; what a built-in one needs is not in the folder.
        public static bool Identity(MemberLookup lookup, PacEntry entry) => entry.Kind == ArmObjectKind.PolicySetDefinition
            ? lookup.Initiative(entry.Target) is not { } set || MemberLookup.MembersOf(set).Any(member => Definition(lookup, MemberLookup.NameOf(MemberLookup.DefinitionIdOf(member))))
            : Definition(lookup, MemberLookup.NameOf(entry.Target));

        private static bool Definition(MemberLookup lookup, string name) =>
            lookup.Definition(name) is not { } definition
            || (definition.Properties["policyRule"] is ObjectValue rule && rule["then"] is ObjectValue then && then["details"] is ObjectValue details && details["roleDefinitionIds"] is ArrayValue { Items.IsEmpty: false });
    }
}
