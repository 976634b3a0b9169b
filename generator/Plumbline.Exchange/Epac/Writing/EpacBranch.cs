using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Writing;

/// <summary>Writes what one environment says of an assignment.</summary>
internal sealed class EpacBranch(EpacEffects effects, ImmutableArray<Diagnostic>.Builder problems)
{
    /// <summary>The node; the current ring is a child of it, so that it can be taken away again.</summary>
    public ObjectValue Write(DeploymentEnvironment environment, AssignmentDeclaration assignment)
    {
        if (environment.CurrentRing is not { } ring || !IsIn(ring, assignment)) return Node(environment, assignment);

        // What a ring changes stands in the child alone: lists accumulate down a branch, and neither effects nor selectors may count twice.
        var always = assignment with
        {
            Effects = ring.Effects.IsEmpty ? assignment.Effects : [],
            Exclusions = ring.Effects.IsEmpty ? assignment.Exclusions : [],
            ResourceSelectors = Selectors(ring).Length > 0 ? [] : assignment.ResourceSelectors,
        };
        var node = Node(environment, always);
        foreach (var later in environment.Rings.SkipWhile(one => one.Name != ring.Name).Skip(1))
            problems.Add(DiagnosticCatalog.NotExpressible(later.At, $"the ring '{later.Name}', which follows '{ring.Name}',", EpacFormat.Title, "promote the ring, and export again"));
        return JsonText.With(node, "children", new ArrayValue([Ring(ring, assignment)]));
    }

    private static bool IsIn(RolloutRing ring, AssignmentDeclaration assignment) =>
        ring.Assignments.IsEmpty || ring.Assignments.Contains(assignment.Name, StringComparer.OrdinalIgnoreCase);

    private ObjectValue Node(DeploymentEnvironment environment, AssignmentDeclaration assignment)
    {
        var mode = assignment.EnforcementMode == "Default" ? UndefinedValue.Instance : (PolicyValue)new TextValue(assignment.EnforcementMode);
        return JsonText.Object(
            ("nodeName", new TextValue($"{environment.Name}/")),
            ("scope", In(environment, JsonText.Texts(assignment.Scopes))),
            ("notScopes", In(environment, JsonText.Texts(assignment.NotScopes))),
            ("enforcementMode", mode),
            ("parameters", assignment.Parameters.Properties.IsEmpty ? UndefinedValue.Instance : assignment.Parameters),
            ("parameterFile", effects.Table(environment, assignment) is null ? UndefinedValue.Instance : new TextValue(EpacEffects.TableName(environment, assignment))),
            ("parameterSelector", effects.Table(environment, assignment) is null ? UndefinedValue.Instance : new TextValue(environment.Name)),
            ("overrides", JsonText.List(effects.Overrides(assignment))),
            ("resourceSelectors", JsonText.List(assignment.ResourceSelectors)),
            ("nonComplianceMessages", JsonText.List(Messages(assignment))),
            ("managedIdentityLocations", In(environment, JsonText.Text(assignment.Identity?.Location))),
            ("userAssignedIdentity", In(environment, JsonText.Text(assignment.Identity?.UserAssignedId))),
            ("additionalRoleAssignments", In(environment, JsonText.List(assignment.AdditionalRoles.Select(Role)))));
    }

    private static PolicyValue In(DeploymentEnvironment environment, PolicyValue value) =>
        value is UndefinedValue ? value : PolicyValueReader.Object((environment.Name, value));

    private static ObjectValue Role(RoleGrant grant) =>
        JsonText.Object(("roleDefinitionId", new TextValue(grant.RoleDefinitionId)), ("scope", new TextValue(grant.Scope)));

    private IEnumerable<PolicyValue> Messages(AssignmentDeclaration assignment)
    {
        foreach (var message in assignment.Messages)
        {
            if (message.Members is not { } choice)
            {
                yield return JsonText.Object(("message", new TextValue(message.Text)));
            }
            else if (effects.References(assignment, choice) is { } references)
            {
                foreach (var reference in references)
                    yield return JsonText.Object(("message", new TextValue(message.Text)), ("policyDefinitionReferenceId", new TextValue(reference)));
            }
            else
            {
                problems.Add(DiagnosticCatalog.NotExpressible(choice.At, $"the message for '{choice.Name}', because the members of '{assignment.Target}' are not known,", EpacFormat.Title, "name the policy by its reference id"));
            }
        }
    }

    private ObjectValue Ring(RolloutRing ring, AssignmentDeclaration assignment)
    {
        var staged = ring.Effects.IsEmpty ? assignment with { Effects = [], Exclusions = [] } : assignment with { Effects = [.. assignment.Effects, .. ring.Effects] };
        return JsonText.Object(
            ("nodeName", new TextValue($"ring-{ring.Name}/")),
            ("metadata", Gate(ring)),
            ("enforcementMode", JsonText.Text(ring.EnforcementMode)),
            ("overrides", JsonText.List(effects.Overrides(staged))),
            ("resourceSelectors", JsonText.List(SelectorProduct.Of(assignment.ResourceSelectors, Selectors(ring)))));
    }

    private static ImmutableArray<ObjectValue> Selectors(RolloutRing ring) => SelectorProduct.Of(ring.Locations.IsEmpty ? [] : [Locations(ring)], ring.ResourceSelectors);

    private static ObjectValue Locations(RolloutRing ring) => JsonText.Object(
        ("name", new TextValue(ring.Name)),
        ("selectors", new ArrayValue([JsonText.Object(("kind", new TextValue("resourceLocation")), ("in", JsonText.Texts(ring.Locations)))])));

    // EPAC has no gates; its metadata carries them, so that a reader knows what the ring waits for.
    private static ObjectValue Gate(RolloutRing ring) => JsonText.Object(
        ("plumblineRing", new TextValue(ring.Name)),
        ("plumblineGateMaxNonCompliant", JsonText.Text(ring.Gate?.MaximumNonCompliant?.ToString(CultureInfo.InvariantCulture))),
        ("plumblineGateMaxDenied", JsonText.Text(ring.Gate?.MaximumDenied?.ToString(CultureInfo.InvariantCulture))),
        ("plumblineGateMinCompliance", JsonText.Text(ring.Gate?.MinimumCompliance?.ToString(CultureInfo.InvariantCulture))),
        ("plumblineGateSoak", JsonText.Text(ring.Gate?.Soak.ToString("c", CultureInfo.InvariantCulture))));
}
