using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Comparison;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>Compares declared attestations with those at an endpoint.</summary>
public static class AttestationPlanner
{
    /// <summary>What becomes of each attestation.</summary>
    /// <param name="deployed">What is deployed.</param>
    /// <param name="declarations">What is declared.</param>
    /// <param name="live">The attestations below the environment's subscriptions, ours and others'.</param>
    /// <param name="now">Tells what has expired.</param>
    public static AttestationPlan Plan(DeployedPolicies deployed, ImmutableArray<AttestationDeclaration> declarations, ImmutableArray<ObjectValue> live, DateTimeOffset now)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var known = live.Where(one => one["id"] is TextValue).GroupBy(IdOf, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        var declared = new Dictionary<string, (AttestationDeclaration Declaration, AttestationChange Change)>(StringComparer.OrdinalIgnoreCase);
        foreach (var declaration in declarations)
        {
            problems.AddRange(Problems(deployed, declaration, now));
            foreach (var (scope, change) in Changes(deployed, declaration, known, now)) Add(declared, declaration, scope, change, problems);
        }

        var all = Wanted(deployed, declarations).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var undeclared = known.Values.Where(one => IsOurs(deployed, one) && !all.Contains(IdOf(one))).Select(Undeclared);
        problems.AddRange(known.Values.Where(one => IsOurs(deployed, one) && ExpiryOf(one) <= now && !declared.ContainsKey(IdOf(one))).OrderBy(IdOf, StringComparer.OrdinalIgnoreCase)
            .Select(one => DiagnosticCatalog.AttestationExpired(deployed.Environment.At, IdOf(one), AttestationBody.Instant(ExpiryOf(one)) ?? "", isDeployed: true)));
        return new([.. declared.Values.Select(one => one.Change).Concat(undeclared).OrderBy(change => change.Id, StringComparer.OrdinalIgnoreCase)], problems.ToImmutable());
    }

    private static IEnumerable<Diagnostic> Problems(DeployedPolicies deployed, AttestationDeclaration declaration, DateTimeOffset now)
    {
        foreach (var problem in declaration.Policies.Unknown(deployed, declaration.At)) yield return problem;
        var members = declaration.Policies.From(deployed).ToImmutableArray();
        if (declaration.Policies.Names.FirstOrDefault() is { Name: not null } named && !members.IsEmpty && !members.Any(one => IsManual(one.Member)))
            yield return DiagnosticCatalog.AttestationNotManual(declaration.At, named.Kind, named.Name, string.Join(" or ", members.Select(one => one.Member.EffectText).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        foreach (var scope in declaration.Scopes.Where(scope => members.Any(one => IsManual(one.Member)) && !members.Any(one => IsManual(one.Member) && one.Assignment.MayReach(scope))))
            yield return DiagnosticCatalog.AttestationNotReached(declaration.At, declaration.Name, scope);
        if (declaration is { State: "Compliant", ExpiresOn: null }) yield return DiagnosticCatalog.AttestationIncomplete(declaration.At, declaration.Name, "expiresOn");
        if (declaration is { State: "Compliant", Evidence.IsEmpty: true }) yield return DiagnosticCatalog.AttestationIncomplete(declaration.At, declaration.Name, "evidence");
        if (declaration.ExpiresOn <= now) yield return DiagnosticCatalog.AttestationExpired(declaration.At, declaration.Name, AttestationBody.Instant(declaration.ExpiresOn) ?? "", isDeployed: false);
    }

    // Azure accepts no attestation that has expired already; the one at the endpoint stays as it is.
    private static IEnumerable<(string Scope, AttestationChange Change)> Changes(
        DeployedPolicies deployed, AttestationDeclaration declaration, Dictionary<string, ObjectValue> known, DateTimeOffset now) =>
        from one in Targets(deployed, declaration)
        where !(declaration.ExpiresOn <= now)
        let id = AttestationBody.Id(declaration, one.Assignment, one.Member, one.Scope)
        let body = AttestationBody.Of(deployed.Environment, declaration, one.Assignment, one.Member)
        let there = known.GetValueOrDefault(id)
        let differences = there is null ? [] : AttestationBody.Differences(there, body)
        let action = there is null ? AttestationAction.Create : differences.IsEmpty ? AttestationAction.Unchanged : AttestationAction.Update
        select (one.Scope, new AttestationChange(action, id, $"{declaration.Name} ({one.Member.Title})", declaration.State, body, differences));

    private static IEnumerable<string> Wanted(DeployedPolicies deployed, ImmutableArray<AttestationDeclaration> declarations) =>
        declarations.SelectMany(declaration => Targets(deployed, declaration).Select(one => AttestationBody.Id(declaration, one.Assignment, one.Member, one.Scope)));

    private static IEnumerable<(DeployedAssignment Assignment, DeployedMember Member, string Scope)> Targets(DeployedPolicies deployed, AttestationDeclaration declaration) =>
        from one in declaration.Policies.From(deployed)
        where IsManual(one.Member)
        from scope in declaration.Scopes.Distinct(StringComparer.OrdinalIgnoreCase)
        where one.Assignment.MayReach(scope)
        select (one.Assignment, one.Member, scope);

    private static void Add(
        Dictionary<string, (AttestationDeclaration Declaration, AttestationChange Change)> declared,
        AttestationDeclaration declaration, string scope, AttestationChange change, ImmutableArray<Diagnostic>.Builder problems)
    {
        var other = declared.Values.FirstOrDefault(one => one.Declaration != declaration && Subject(one.Change) == Subject(change));
        if (other.Declaration is not null) problems.Add(DiagnosticCatalog.AttestationRepeated(declaration.At, other.Declaration.Name, declaration.Name, scope));
        declared[change.Id] = (declaration, change);
    }

    private static string Subject(AttestationChange change)
    {
        var properties = AttestationBody.Properties(change.Body);
        return $"{change.Scope}|{(properties["policyAssignmentId"] as TextValue)?.Value}|{(properties["policyDefinitionReferenceId"] as TextValue)?.Value}".ToLowerInvariant();
    }

    private static AttestationChange Undeclared(ObjectValue one) =>
        new(AttestationAction.Undeclared, IdOf(one), IdOf(one)[(IdOf(one).LastIndexOf('/') + 1)..], (AttestationBody.Properties(one)["complianceState"] as TextValue)?.Value ?? "", new ObjectValue([]), []);

    private static bool IsManual(DeployedMember member) => member.HasEffect(EffectNames.Manual);

    private static bool IsOurs(DeployedPolicies deployed, ObjectValue one) =>
        AttestationBody.Properties(one)["metadata"] is ObjectValue metadata
        && Is(metadata[OwnershipMark.Owner], deployed.Environment.OwnerId) && Is(metadata[OwnershipMark.Environment], deployed.Environment.Name);

    private static bool Is(PolicyValue value, string wanted) => value is TextValue text && string.Equals(text.Value, wanted, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? ExpiryOf(ObjectValue one) => AttestationBody.Properties(one)["expiresOn"] is TextValue text
        && DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static string IdOf(ObjectValue one) => one["id"] is TextValue id ? id.Value : string.Empty;
}
