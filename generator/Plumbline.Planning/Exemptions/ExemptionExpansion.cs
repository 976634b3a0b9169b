using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Exemptions;

/// <summary>Makes the exemptions of an environment: one for each declaration, scope and assignment it concerns.</summary>
internal sealed class ExemptionExpansion(DeploymentEnvironment environment, LiveState live, ImmutableArray<DesiredAssignment> assignments)
{
    private const int MaximumName = 64;

    private readonly ExemptionMatch match = new(assignments);
    private readonly ILookup<string, ArmObject> deployed = live.Of(ArmObjectKind.PolicyExemption).ToLookup(one => one.Scope, StringComparer.OrdinalIgnoreCase);

    /// <summary>The exemptions in the order of the declarations, and what is wrong with those.</summary>
    public (ImmutableArray<DesiredExemption> Exemptions, ImmutableArray<Diagnostic> Diagnostics) Expand()
    {
        var found = new Dictionary<string, DesiredExemption>(StringComparer.OrdinalIgnoreCase);
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (declaration, scope) in environment.Exemptions.SelectMany(declaration => declaration.Scopes.Select(scope => (declaration, scope.TrimEnd('/')))))
        {
            var matches = match.Of(declaration, scope).ToImmutableArray();
            if (matches.IsEmpty)
                problems.Add(DiagnosticCatalog.ExemptionWithoutAssignment(declaration.Target.At, declaration.Name, declaration.Target.Name, NearestName.Find(declaration.Target.Name, match.Known(declaration.Target.Kind))));
            foreach (var (assignment, references) in matches)
            {
                var namesakes = matches.Count(other => string.Equals(other.Assignment.Declaration.Name, assignment.Declaration.Name, StringComparison.OrdinalIgnoreCase));
                var name = matches.Length == 1 ? declaration.Name : Fitted($"{declaration.Name}-{assignment.Declaration.Name}", assignment.Object.Id, isAmbiguous: namesakes > 1);
                var exemption = Make(declaration, scope, assignment, references, name);
                if (!found.TryAdd(exemption.Object.Id, exemption)) problems.Add(DiagnosticCatalog.ExemptionRepeated(declaration.At, exemption.Object.Name, scope));
            }
        }

        return ([.. found.Values], problems.ToImmutable());
    }

    private DesiredExemption Make(ExemptionDeclaration declaration, string scope, DesiredAssignment assignment, ImmutableArray<string> references, string name)
    {
        var here = new LiveState([.. deployed[scope]], [], live.ReadFrom);
        var choice = ResourceChoice.For(
            environment,
            here,
            new(ArmObjectKind.PolicyExemption, scope, name, MaximumName),
            assignment.Object.Id.ToLowerInvariant(),
            one => IsFrom(one, assignment.Object.Id) ? [] : ["policyAssignmentId"]);
        var body = PolicyValueReader.Object(("properties", Properties(declaration, assignment, references)));
        ReadOnlySpan<(string, string)> marks = declaration.Target.Kind == ExemptionTargetKind.Control ? [(OwnershipMark.Control, declaration.Target.Name)] : [];
        var marked = MarkedProperties.Of(environment, ArmObjectKind.PolicyExemption, name, body, marks);
        var made = new DesiredObject(ArmObjectKind.PolicyExemption, choice.Id, marked, declaration.At)
        {
            Title = declaration.DisplayName ?? declaration.Name,
            Supersedes = choice.Supersedes,
            Refusals = [.. choice.Refusals],
        };
        return new(made, declaration, assignment, references);
    }

    private static ObjectValue Properties(ExemptionDeclaration declaration, DesiredAssignment assignment, ImmutableArray<string> references)
    {
        (string Name, PolicyValue Value)[] properties =
        [
            ("displayName", new TextValue(declaration.DisplayName ?? declaration.Name)),
            ("description", declaration.Description is { } description ? new TextValue(description) : UndefinedValue.Instance),
            ("policyAssignmentId", new TextValue(assignment.Object.Id)),
            ("policyDefinitionReferenceIds", references.IsEmpty ? UndefinedValue.Instance : new ArrayValue([.. references.Select(reference => new TextValue(reference))])),
            ("exemptionCategory", new TextValue(declaration.Category)),
            ("expiresOn", new TextValue(declaration.ExpiresOn.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))),
            ("resourceSelectors", declaration.ResourceSelectors.IsEmpty ? UndefinedValue.Instance : new ArrayValue([.. declaration.ResourceSelectors])),
            ("metadata", PolicyValueReader.Object(("owner", new TextValue(declaration.Owner)), ("ticket", new TextValue(declaration.Ticket)))),
        ];
        return new([.. PolicyValueReader.Object(properties).Properties.Where(property => property.Value is not UndefinedValue)]);
    }

    private static bool IsFrom(ArmObject live, string assignmentId) =>
        live.Properties["policyAssignmentId"] is TextValue id && string.Equals(id.Value.TrimEnd('/'), assignmentId, StringComparison.OrdinalIgnoreCase);

    // Two long names that begin alike stay apart, and so do assignments of one name at two scopes.
    private static string Fitted(string name, string assignmentId, bool isAmbiguous) =>
        name.Length <= MaximumName && !isAmbiguous ? name : $"{name[..Math.Min(name.Length, MaximumName - 9)]}-{ObjectDigest.OfText(assignmentId.ToLowerInvariant())[7..15]}";
}
