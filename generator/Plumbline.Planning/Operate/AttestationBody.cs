using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>Makes the bodies of attestations, and tells what one at an endpoint says otherwise.</summary>
internal static class AttestationBody
{
    private const string Provider = "/providers/Microsoft.PolicyInsights/attestations/";

    /// <summary>The id: the same for the same declaration, policy and scope.</summary>
    public static string Id(AttestationDeclaration declaration, DeployedAssignment assignment, DeployedMember member, string scope)
    {
        var digest = ObjectDigest.OfText($"{assignment.Id}|{member.ReferenceId}".ToLowerInvariant())["sha256:".Length..];
        return $"{scope.TrimEnd('/')}{Provider}{declaration.Name}-{digest[..8]}";
    }

    /// <summary>The body to PUT.</summary>
    public static ObjectValue Of(DeploymentEnvironment environment, AttestationDeclaration declaration, DeployedAssignment assignment, DeployedMember member)
    {
        var metadata = declaration.Metadata.Properties
            .Add(new(OwnershipMark.Owner, new TextValue(environment.OwnerId)))
            .Add(new(OwnershipMark.Environment, new TextValue(environment.Name)))
            .Add(new(OwnershipMark.Name, new TextValue(declaration.Name)));
        (string Name, PolicyValue Value)[] properties =
        [
            ("policyAssignmentId", new TextValue(assignment.Id)),
            ("policyDefinitionReferenceId", Text(member.ReferenceId)),
            ("complianceState", new TextValue(declaration.State)),
            ("expiresOn", Text(Instant(declaration.ExpiresOn))),
            ("owner", Text(declaration.Owner)),
            ("comments", Text(declaration.Comments)),
            ("evidence", declaration.Evidence.IsEmpty ? UndefinedValue.Instance : new ArrayValue([.. declaration.Evidence.Select(one => PolicyValueReader.Object(("description", new TextValue(one.Description)), ("sourceUri", new TextValue(one.Uri))))])),
            ("assessmentDate", Text(Instant(declaration.AssessmentDate))),
            ("metadata", new ObjectValue(metadata)),
        ];
        return PolicyValueReader.Object(("properties", new ObjectValue([.. PolicyValueReader.Object(properties).Properties.Where(property => property.Value is not UndefinedValue)])));
    }

    /// <summary>The properties in which one at an endpoint differs from the body; what the service adds is none.</summary>
    public static ImmutableArray<string> Differences(ObjectValue live, ObjectValue body)
    {
        var (there, wanted) = (Properties(live), Properties(body));
        var names = wanted.Properties.Select(property => property.Key).Concat(there.Properties.Select(property => property.Key).Where(IsWritable));
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Where(name => !IsSame(name, there[name], wanted[name])).Order(StringComparer.Ordinal)];
    }

    /// <summary>The properties of a document; empty without.</summary>
    public static ObjectValue Properties(ObjectValue document) => document["properties"] as ObjectValue ?? new ObjectValue([]);

    /// <summary>An instant as it is written.</summary>
    public static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static bool IsWritable(string name) => !string.Equals(name, "provisioningState", StringComparison.OrdinalIgnoreCase) && !string.Equals(name, "lastComplianceStateChangeAt", StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string name, PolicyValue left, PolicyValue right)
    {
        if (IsNothing(left) || IsNothing(right)) return IsNothing(left) && IsNothing(right);
        if (left is TextValue one && right is TextValue other)
            return name is "expiresOn" or "assessmentDate" ? At(one.Value) == At(other.Value) : string.Equals(one.Value.TrimEnd('/'), other.Value.TrimEnd('/'), name.EndsWith("Id", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        return ObjectDigest.Of(left) == ObjectDigest.Of(right);
    }

    private static bool IsNothing(PolicyValue value) => value is UndefinedValue or NullValue or TextValue { Value.Length: 0 } or ArrayValue { Items.IsEmpty: true };

    private static DateTimeOffset? At(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static PolicyValue Text(string? text) => text is null ? UndefinedValue.Instance : new TextValue(text);
}
