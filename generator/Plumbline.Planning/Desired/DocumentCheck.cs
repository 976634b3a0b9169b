using System.Buffers;
using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Desired;

/// <summary>Finds what ARM would refuse of definitions and initiatives: names, limits, missing members.</summary>
internal static class DocumentCheck
{
    // Limits: Azure Policy documentation, "Maximum count of Azure Policy objects"; names: "Naming rules and restrictions for Azure resources".
    private const int MaximumName = 64;
    private const int MaximumDefinitionParameters = 20;
    private const int MaximumInitiativeParameters = 400;
    private const int MaximumMembers = 1000;
    private const int MaximumBytes = 1_048_576;

    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("#<>*%&:?+/\\");

    /// <summary>All problems: those of the documents that are deployed, in the order in which they are, then names that are there twice.</summary>
    public static ImmutableArray<Diagnostic> Check(DeploymentEnvironment environment, PolicyDocuments documents, DesiredDocuments wanted) =>
    [
        .. wanted.All.SelectMany(one => CheckOne(one, wanted)),
        .. documents.Definitions.Where(document => wanted.Find(ArmObjectKind.PolicyDefinition, document.Name) is not null)
            .GroupBy(document => document.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Skip(1).Select(repeated => DiagnosticCatalog.ArmNameRepeated(repeated.At, repeated.Name, same.First().At.File))),
        .. environment.Assignments.SelectMany(CheckName),
    ];

    private static IEnumerable<Diagnostic> CheckOne(DesiredObject one, DesiredDocuments wanted)
    {
        var isDefinition = one.Kind == ArmObjectKind.PolicyDefinition;
        var members = PlaceholderScope.Members(one.Properties).ToImmutableArray();
        var missing =
            from member in members
            let name = PlaceholderScope.CustomName(PlaceholderScope.DefinitionIdOf(member))
            where name is not null
            select DiagnosticCatalog.InitiativeMemberMissing(one.At, one.Name, name, NearestName.Find(name, wanted.All.Where(other => other.Kind == ArmObjectKind.PolicyDefinition).Select(other => other.Name)));
        return Name(one.At, isDefinition ? "definition" : "initiative", one.Name, MaximumName)
            .Concat(Limit(one, "parameters", one.Properties["parameters"] is ObjectValue parameters ? parameters.Properties.Length : 0, isDefinition ? MaximumDefinitionParameters : MaximumInitiativeParameters))
            .Concat(Limit(one, "policies", members.Length, MaximumMembers))
            .Concat(Limit(one, "bytes of JSON", PolicyValueWriter.ToUtf8(one.Body).Length, MaximumBytes))
            .Concat(missing);
    }

    private static IEnumerable<Diagnostic> CheckName(AssignmentDeclaration assignment) =>
        Name(assignment.At, "assignment", assignment.Name, assignment.Scopes.Any(scope => ArmScope.Parse(scope)?.Kind == ArmScopeKind.ManagementGroup) ? 24 : MaximumName);

    private static IEnumerable<Diagnostic> Name(SourceLocation at, string kind, string name, int maximum)
    {
        var isValid = name.Length > 0 && name.Length <= maximum && !name.AsSpan().ContainsAny(ForbiddenInNames) && !name.Any(char.IsControl) && name[^1] is not (' ' or '.');
        if (!isValid) yield return DiagnosticCatalog.ArmNameInvalid(at, kind, name, maximum);
    }

    private static IEnumerable<Diagnostic> Limit(DesiredObject one, string what, int count, int maximum)
    {
        if (count > maximum) yield return DiagnosticCatalog.ArmLimitExceeded(one.At, one.Name, what, count, maximum);
    }
}
