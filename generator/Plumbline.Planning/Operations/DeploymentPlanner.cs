using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Files;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operations;

/// <summary>Compares what is declared with what is there. A plan is a function of its request: the same request gives the same plan.</summary>
public static class DeploymentPlanner
{
    /// <summary>What has to be read of an endpoint before an environment can be planned.</summary>
    public static LiveQuery Query(DeploymentEnvironment environment, PolicyDocuments documents) => DesiredState.Query(environment, documents);

    /// <summary>The plan.</summary>
    public static PlanResult Plan(PlanRequest request)
    {
        var (environment, live) = (request.Environment, request.Live);
        var ownership = new Ownership(environment, request.Choices);
        var declared = request.Choices.Destroy ? environment with { Assignments = [], Exemptions = [] } : environment;
        var (desired, problems) = DesiredStateBuilder.Build(declared, request.Documents, live);
        var (additive, wanted, more) = OperationSet.Make(desired, live, ownership);
        var (deletes, blocked) = new DeleteOperations(live, ownership, environment.At).For(wanted);
        ImmutableArray<Diagnostic> diagnostics = [.. problems, .. more, .. blocked, .. Empty(request, deletes.Length), .. ScopeLimits.Check(live, additive, environment.At)];
        if (diagnostics.Any(diagnostic => diagnostic.IsError)) return new(null, diagnostics, []);

        ImmutableArray<PlanOperation> operations = [.. additive.Concat(deletes).OrderBy(operation => operation.Phase).ThenBy(operation => operation.Op, StringComparer.Ordinal)];
        var refusals = new PlanGuards(environment, request.Choices).Check(operations);
        var plan = new DeploymentPlan(
            request.Header,
            new(environment.Name, environment.Cloud, environment.TenantId, environment.DefinitionScope, environment.OwnerId, environment.Ring),
            InputDigests.Of(environment, request.Documents),
            Baseline(live, ownership, wanted),
            new(environment.Guards.MaximumDeletes, environment.Guards.Protect, environment.Guards.PrivilegedRoles),
            operations,
            Unchanged(wanted, operations, live),
            ownership.Foreign(live, wanted),
            [.. diagnostics.Select(Warning)],
            Impact: null)
        {
            Refusals = [.. refusals.Select(Warning)],
        };
        return new(PlanFile.WithId(plan), diagnostics, refusals);
    }

    // "No files found, so delete everything" is how a typing error in a path becomes an outage.
    private static IEnumerable<Diagnostic> Empty(PlanRequest request, int deletes)
    {
        if (!request.Choices.Destroy && request.Environment.Assignments.IsEmpty && deletes > 0)
            yield return DiagnosticCatalog.NothingDeclared(request.Environment.At, request.Environment.Name, deletes);
    }

    private static PlanWarning Warning(Diagnostic diagnostic) => new(diagnostic.Code, diagnostic.Message);

    private static int Unchanged(ImmutableHashSet<string> wanted, ImmutableArray<PlanOperation> operations, LiveState live)
    {
        var changed = operations.Select(operation => operation.Id).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return wanted.Count(id => !changed.Contains(id) && live.Find(id) is not null);
    }

    private static PlanBaseline Baseline(LiveState live, Ownership ownership, ImmutableHashSet<string> wanted)
    {
        var relevant = live.Objects.Where(one => ownership.IsOurs(one) || wanted.Contains(one.Id)).OrderBy(one => one.Id, StringComparer.OrdinalIgnoreCase);
        var digest = ObjectDigest.OfText(string.Join('\n', relevant.Select(one => $"{one.Id.ToLowerInvariant()} {ObjectDigest.OfLive(one)}")));
        var counts = live.Objects.GroupBy(one => one.Kind.TypeName()).ToImmutableSortedDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        return new(digest, live.ReadFrom, counts);
    }
}
