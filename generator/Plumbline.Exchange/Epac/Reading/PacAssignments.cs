using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Collapses assignment trees: each path from a root to a leaf is one assignment for each entry and environment.</summary>
internal sealed class PacAssignments(EpacFiles files, MemberLookup lookup, ImmutableArray<Diagnostic>.Builder problems)
{
    private const int MaximumAssignments = 20_000;

    private readonly PacParameterFiles tables = new(files, lookup, problems);
    private readonly PacBranchSettings settings = new(lookup, problems);

    /// <summary>The trees of all files.</summary>
    public ImmutableArray<PacNode> Trees()
    {
        var reader = new PacNodeReader(problems);
        return [.. files.Json("policyAssignments").Select(files.Read).OfType<EpacObject>().Select(reader.Read)];
    }

    /// <summary>The assignments of an environment, in ordinal order of their names: how they are spread over files means nothing.</summary>
    public ImmutableArray<AssignmentDeclaration> Of(PacEnvironment environment, ImmutableArray<PacNode> trees)
    {
        var found = ImmutableArray.CreateBuilder<AssignmentDeclaration>();
        foreach (var branch in trees.SelectMany(tree => Leaves(tree)).Where(branch => IsFor(environment, branch)))
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            found.AddRange(branch.Entries.Select(entry => Assignment(environment, branch, entry, seen)).OfType<AssignmentDeclaration>());
            if (found.Count <= MaximumAssignments) continue;
            problems.Add(DiagnosticCatalog.ImportTooLarge(branch.At, "assignments", MaximumAssignments));
            break;
        }

        return [.. found.OrderBy(assignment => assignment.Name, StringComparer.Ordinal).ThenBy(assignment => string.Join('\n', assignment.Scopes), StringComparer.Ordinal)];
    }

    /// <summary>Reports branches that are no assignment in any environment, and environments that are named and do not exist.</summary>
    public void Check(ImmutableArray<PacNode> trees, ImmutableArray<PacEnvironment> environments)
    {
        var known = environments.Select(environment => environment.Selector).ToImmutableArray();
        foreach (var branch in trees.SelectMany(tree => Leaves(tree)))
        {
            if (branch.IsIgnored) problems.Add(DiagnosticCatalog.NotImported(branch.At, $"the branch '{branch.Path}'", "it is switched off by 'ignoreBranch'"));
            else if (branch.Scope is null) problems.Add(DiagnosticCatalog.AssignmentTreeInvalid(branch.At, branch.Path, "no node has a 'scope'"));
            else if (branch.Entries.IsEmpty) problems.Add(DiagnosticCatalog.AssignmentTreeInvalid(branch.At, branch.Path, "no node has a 'definitionEntry'"));
            foreach (var selector in branch.Scope?.Keys.Where(key => !known.Contains(key, StringComparer.Ordinal)).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
                problems.Add(DiagnosticCatalog.ImportKeyIgnored(branch.At, selector, NearestName.Find(selector, known)));
        }
    }

    private static IEnumerable<PacNode> Leaves(PacNode branch) =>
        branch.Children.IsEmpty ? [branch] : branch.Children.SelectMany(child => Leaves(branch.Then(child)));

    // The case of a selector counts.
    private static bool IsFor(PacEnvironment environment, PacNode branch) =>
        !branch.IsIgnored && branch.Scope?.ContainsKey(environment.Selector) == true && (branch.Clouds.IsEmpty || branch.Clouds.Contains(environment.Cloud, StringComparer.OrdinalIgnoreCase));

    private AssignmentDeclaration? Assignment(PacEnvironment environment, PacNode branch, PacEntry entry, HashSet<string> seen)
    {
        var names = entry.Append ? branch.Names.Then(entry.Names) : entry.Names.Then(branch.Names);
        if (Problem(names, entry) is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        var rows = tables.Apply(branch, entry, seen);
        return new(names.Name, entry.Kind, entry.Target, [.. (branch.Scope ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty)[environment.Selector]], branch.At)
        {
            DisplayName = names.DisplayName,
            Description = names.Description.Length == 0 ? null : names.Description,
            NotScopes = PacBranchSettings.NotScopes(environment, branch),
            Parameters = settings.Parameters(branch, entry, rows),
            Effects = EffectGroups.Normalised(rows.Effects.Concat(settings.Effects(branch, entry))),
            EnforcementMode = branch.EnforcementMode ?? "Default",
            Identity = settings.Identity(environment, branch, entry),
            ResourceSelectors = branch.Selectors,
            Messages = [.. branch.Messages, .. entry.Messages, .. rows.Messages],
            DefinitionVersion = entry.DefinitionVersion,
            AdditionalRoles = [.. branch.Roles.Where(role => role.Key == environment.Selector || role.Key == "*").Select(role => role.Value)],
        };
    }

    private Diagnostic? Problem(PacNames names, PacEntry entry)
    {
        if (names.Name.Length == 0) return DiagnosticCatalog.AssignmentTreeInvalid(entry.At, entry.Target, "no node gives 'assignment.name'");
        if (entry.Target.StartsWith('/')) return null;
        var (word, known) = entry.Kind == ArmObjectKind.PolicySetDefinition ? ("initiative", lookup.InitiativeNames) : ("definition", lookup.DefinitionNames);
        return known.Contains(entry.Target, StringComparer.OrdinalIgnoreCase) ? null : DiagnosticCatalog.ImportReferenceUnknown(entry.At, word, entry.Target, NearestName.Find(entry.Target, known.Order(StringComparer.Ordinal)));
    }
}
