using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>Makes the assignments of an environment: one for each declaration and scope.</summary>
internal sealed class DesiredAssignments(DeploymentEnvironment environment, LiveState live, DesiredDocuments documents, PolicyWorld world)
{
    private const int MaximumName = 64;
    private const int MaximumNameAtManagementGroup = 24;

    /// <summary>The assignments in the order of the declarations, and what is wrong with those.</summary>
    public (ImmutableArray<DesiredAssignment> Assignments, ImmutableArray<Diagnostic> Diagnostics) Make()
    {
        var found = ImmutableArray.CreateBuilder<DesiredAssignment>();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var declaration in environment.Assignments)
        {
            if (Target(declaration) is not { } target)
            {
                problems.Add(DiagnosticCatalog.AssignedDocumentMissing(declaration.At, declaration.Target, declaration.Name, NearestName.Find(declaration.Target, documents.All.Select(one => documents.NameOf(one.Id)))));
                continue;
            }

            problems.AddRange(AssignmentCheck.Check(environment, declaration, target, world));
            found.AddRange(declaration.Scopes.Select(scope => At(declaration, scope, target)));
        }

        return (found.ToImmutable(), problems.ToImmutable());
    }

    private DesiredAssignment At(AssignmentDeclaration declaration, string scope, AssignmentTarget target)
    {
        var body = AssignmentBody.Of(declaration, RingSettings.Of(environment, declaration), (target.Id, target.Title, target.Parameters), target.Members);
        var maximum = ArmScope.Parse(scope)?.Kind == ArmScopeKind.ManagementGroup ? MaximumNameAtManagementGroup : MaximumName;
        var location = NormalForms.Region(body["location"]);
        var choice = ResourceChoice.For(
            environment,
            live,
            new(ArmObjectKind.PolicyAssignment, scope, declaration.Name, maximum),
            $"{target.Id.ToLowerInvariant()}|{PolicyValueWriter.ToCompactJson(location)}",
            one => Refusals(one, target.Id, location));
        var marked = MarkedProperties.Of(environment, ArmObjectKind.PolicyAssignment, declaration.Name, body, (OwnershipMark.AssignedBy, "plumbline"));
        var made = new DesiredObject(ArmObjectKind.PolicyAssignment, choice.Id, marked, declaration.At)
        {
            Title = declaration.DisplayName ?? target.Title,
            Supersedes = choice.Supersedes,
            Refusals = [.. choice.Refusals],
        };
        return new(made, declaration, scope, target.Members, world.EffectsOf(choice.Id, marked));
    }

    // Both cannot be changed on an assignment: what it assigns, and where its identity lives.
    private static ImmutableArray<string> Refusals(ArmObject live, string targetId, PolicyValue location)
    {
        var assigned = live.Properties["policyDefinitionId"] is TextValue id ? id.Value.TrimEnd('/') : "";
        var reasons = ImmutableArray.CreateBuilder<string>();
        if (!string.Equals(assigned, targetId, StringComparison.OrdinalIgnoreCase)) reasons.Add("policyDefinitionId");
        var hasIdentity = NormalForms.Identity(live.Document["identity"]) is not UndefinedValue;
        if (hasIdentity && location is TextValue && !NormalForms.Region(live.Document["location"]).Equals(location)) reasons.Add("location");
        return reasons.ToImmutable();
    }

    private AssignmentTarget? Target(AssignmentDeclaration declaration)
    {
        if (documents.Find(declaration.Kind, declaration.Target) is { } ours) return AssignmentTarget.Of(declaration.Kind, ours.Id, ours.Title, declaration.Target, ours.Properties, documents.NameOf);
        return world.BuiltIn(declaration.Target.TrimEnd('/')) is { } builtIn
            ? AssignmentTarget.Of(declaration.Kind, builtIn.Id, builtIn.Properties["displayName"] is TextValue title ? title.Value : builtIn.Name, builtIn.Name, builtIn.Properties, documents.NameOf)
            : null;
    }
}
