using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Writing;

/// <summary>Writes the exemptions of an environment. EPAC finds assignments by definition and initiative itself, but knows no controls.</summary>
internal sealed class EpacExemptions(MemberLookup lookup, ImmutableArray<Diagnostic>.Builder problems)
{
    /// <summary>The file of an environment; null when nothing is exempt.</summary>
    public ExchangeFile? Write(DeploymentEnvironment environment)
    {
        ImmutableArray<PolicyValue> exemptions = [.. environment.Exemptions.SelectMany(exemption => Entries(environment, exemption))];
        if (exemptions.IsEmpty) return null;
        var body = JsonText.Object(("$schema", new TextValue(EpacFormat.Schema("policy-exemption"))), ("exemptions", new ArrayValue(exemptions)));
        return new($"policyExemptions/{FileName.Of(environment.Name)}/exemptions.jsonc", JsonText.Of(body));
    }

    private IEnumerable<PolicyValue> Entries(DeploymentEnvironment environment, ExemptionDeclaration exemption)
    {
        if (EpacFormat.Refusal(exemption.Name) is { } reason) problems.Add(DiagnosticCatalog.ExportRefused(exemption.At, $"the exemption '{exemption.Name}'", reason, "rename it"));
        var targets = Targets(environment, exemption).ToImmutableArray();
        if (targets.IsEmpty)
            problems.Add(DiagnosticCatalog.NotExpressible(exemption.Target.At, $"the exemption '{exemption.Name}', because no known assignment has '{exemption.Target.Name}',", EpacFormat.Title, "exempt from an initiative or an assignment"));
        return targets.Select((target, index) => Entry(exemption, targets.Length == 1 ? exemption.Name : string.Create(CultureInfo.InvariantCulture, $"{exemption.Name}-{index + 1}"), target));
    }

    private IEnumerable<Target> Targets(DeploymentEnvironment environment, ExemptionDeclaration exemption)
    {
        var (name, references) = (exemption.Target.Name, exemption.ReferenceIds);
        return exemption.Target.Kind switch
        {
            ExemptionTargetKind.Policy => [new(name.StartsWith('/') ? "policyDefinitionId" : "policyDefinitionName", name, references)],
            ExemptionTargetKind.Initiative => [new(name.StartsWith('/') ? "policySetDefinitionId" : "policySetDefinitionName", name, references)],
            ExemptionTargetKind.Assignment when name.StartsWith('/') => [new("policyAssignmentId", name, references)],
            ExemptionTargetKind.Assignment => AssignmentIds(environment, name).Select(id => new Target("policyAssignmentId", id, references)),
            _ => Controls(environment, exemption),
        };
    }

    private static IEnumerable<string> AssignmentIds(DeploymentEnvironment environment, string name) =>
        from assignment in environment.Assignments
        where string.Equals(assignment.Name, name, StringComparison.OrdinalIgnoreCase)
        from scope in assignment.Scopes
        select ArmObjectKind.PolicyAssignment.IdAt(scope, assignment.Name);

    private IEnumerable<Target> Controls(DeploymentEnvironment environment, ExemptionDeclaration exemption) =>
        from initiative in environment.Assignments.Where(assignment => assignment.Kind == ArmObjectKind.PolicySetDefinition).Select(assignment => assignment.Target).Distinct(StringComparer.OrdinalIgnoreCase)
        let references = lookup.References(initiative, new MemberChoice(MemberChoiceKind.Control, exemption.Target.Name, exemption.Target.At))
        where references is { IsEmpty: false }
        select new Target("policySetDefinitionName", initiative, references.Value);

    private static ObjectValue Entry(ExemptionDeclaration exemption, string name, Target target)
    {
        var scopes = exemption.Scopes is [var only] ? ("scope", (PolicyValue)new TextValue(only)) : ("scopes", JsonText.Texts(exemption.Scopes));
        return JsonText.Object(
            ("name", new TextValue(name)),
            ("displayName", new TextValue(exemption.DisplayName ?? exemption.Name)),
            ("description", JsonText.Text(exemption.Description)),
            ("exemptionCategory", new TextValue(exemption.Category)),
            ("expiresOn", new TextValue(exemption.ExpiresOn.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))),
            scopes,
            (target.Key, new TextValue(target.Name)),
            ("policyDefinitionReferenceIds", JsonText.Texts(target.References)),
            ("resourceSelectors", JsonText.List(exemption.ResourceSelectors)),
            ("metadata", JsonText.Object(("owner", new TextValue(exemption.Owner)), ("ticket", new TextValue(exemption.Ticket)))));
    }

    private sealed record Target(string Key, string Name, ImmutableArray<string> References);
}
