using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>Finds what ARM would refuse of an assignment, and what would silently do nothing.</summary>
internal static class AssignmentCheck
{
    // Azure Policy documentation, "Maximum count of Azure Policy objects".
    private const int MaximumOverrides = 10;
    private const int MaximumSelectors = 10;

    /// <summary>All problems, in the order of the declaration.</summary>
    public static IEnumerable<Diagnostic> Check(DeploymentEnvironment environment, AssignmentDeclaration declaration, AssignmentTarget target, PolicyWorld world)
    {
        var ring = RingSettings.Of(environment, declaration);
        var choices = RingSettings.Effects(declaration, ring).ToImmutableArray();
        var chosen = choices.Select(choice => choice.Members).Concat(declaration.Messages.Select(message => message.Members).OfType<MemberChoice>());
        return Parameters(declaration, target, world)
            .Concat(chosen.Select(choice => MemberSelection.Unmatched(target.Members, choice, target.Name)).OfType<Diagnostic>())
            .Concat(choices.SelectMany(choice => Impossible(choice, target, world)))
            .Concat(Limits(declaration, ring, target));
    }

    private static IEnumerable<Diagnostic> Parameters(AssignmentDeclaration declaration, AssignmentTarget target, PolicyWorld world)
    {
        var values = declaration.Parameters.Properties.GroupBy(value => value.Key, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(same => same.Key, same => same.Last().Value, StringComparer.OrdinalIgnoreCase);
        var binding = world.Definitions.SetDefinitions(target.Id) is [var set, ..] ? ParameterBinder.Bind(set, values, declaration.At)
            : world.Definitions.Definitions(target.Id) is [var definition, ..] ? ParameterBinder.Bind(definition, values, declaration.At)
            : null;
        var cases =
            from value in declaration.Parameters.Properties
            let known = target.Parameters.Properties.FirstOrDefault(one => string.Equals(one.Key, value.Key, StringComparison.OrdinalIgnoreCase)).Key
            where known is not null && known != value.Key
            select DiagnosticCatalog.ParameterCase(declaration.At, value.Key, known);
        return [.. binding?.Diagnostics ?? [], .. cases];
    }

    private static IEnumerable<Diagnostic> Impossible(EffectChoice choice, AssignmentTarget target, PolicyWorld world) =>
        from member in MemberSelection.Of(target.Members, choice.Members)
        from definition in world.Definitions.Definitions(member.DefinitionId).Take(1)
        let allowed = AssignedEffects.Allowed(definition)
        where !allowed.Contains(choice.Effect, StringComparer.OrdinalIgnoreCase)
        select DiagnosticCatalog.EffectNotPossible(choice.Members.At, choice.Effect, member.DefinitionName, string.Join(", ", allowed));

    private static IEnumerable<Diagnostic> Limits(AssignmentDeclaration declaration, RolloutRing? ring, AssignmentTarget target)
    {
        var body = AssignmentBody.Of(declaration, ring, (target.Id, target.Title, target.Parameters), target.Members);
        var properties = (ObjectValue)body["properties"];
        return Limit(properties["overrides"], "overrides", MaximumOverrides).Concat(Limit(properties["resourceSelectors"], "resource selectors", MaximumSelectors));

        IEnumerable<Diagnostic> Limit(PolicyValue list, string what, int maximum)
        {
            if (list is ArrayValue items && items.Items.Length > maximum) yield return DiagnosticCatalog.ArmLimitExceeded(declaration.At, declaration.Name, what, items.Items.Length, maximum);
        }
    }

    /// <summary>The problem of an assignment whose policies act without an identity; one for each policy.</summary>
    public static IEnumerable<Diagnostic> MissingIdentity(DesiredAssignment assignment) =>
        from effect in assignment.Declaration.Identity is null ? assignment.Effects : []
        from acting in effect.Effects.Where(name => name is EffectNames.DeployIfNotExists or EffectNames.Modify)
        select DiagnosticCatalog.IdentityNeeded(assignment.Declaration.At, assignment.Declaration.Name, effect.ReferenceId ?? assignment.Declaration.Target, acting);
}
