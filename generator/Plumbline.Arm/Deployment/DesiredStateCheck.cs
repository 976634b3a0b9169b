using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Arm.Deployment;

/// <summary>Finds what ARM would refuse before anything is sent: names, limits, missing members, assignment parameters.</summary>
public static class DesiredStateCheck
{
    // Limits: Azure Policy documentation, "Maximum count of Azure Policy objects"; names: "Naming rules and restrictions for Azure resources".
    private const int MaximumName = 64;
    private const int MaximumAssignmentNameAtManagementGroup = 24;
    private const int MaximumDefinitionParameters = 20;
    private const int MaximumInitiativeParameters = 400;
    private const int MaximumMembers = 1000;
    private const int MaximumBytes = 1_048_576;

    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("#<>*%&:?+/\\");

    private static readonly ImmutableArray<string> EnforcementModes = ["Default", "DoNotEnforce"];

    /// <summary>All problems, definitions first, in ordinal order of their names.</summary>
    /// <param name="desired">What is to be deployed.</param>
    /// <param name="target">Where to.</param>
    /// <param name="at">Where the environment is configured: problems of the assignment are there.</param>
    public static ImmutableArray<Diagnostic> Check(DesiredState desired, DeploymentTarget target, SourceLocation at) =>
    [
        .. desired.Definitions.OrderBy(definition => definition.Name, StringComparer.Ordinal).SelectMany(CheckDefinition),
        .. RepeatedNames(desired.Definitions),
        .. CheckInitiative(desired),
        .. CheckAssignment(desired.Initiative, target, at),
    ];

    private static IEnumerable<Diagnostic> CheckDefinition(DesiredDocument definition) =>
        Name(At(definition), "definition", definition.Name, MaximumName)
            .Concat(Limit(definition, "parameters", Parameters(definition).Count, MaximumDefinitionParameters))
            .Concat(Size(definition));

    private static IEnumerable<Diagnostic> RepeatedNames(ImmutableArray<DesiredDocument> definitions) =>
        from sameName in definitions.GroupBy(definition => definition.Name, StringComparer.OrdinalIgnoreCase)
        from repeated in sameName.Skip(1)
        select DiagnosticCatalog.ArmNameRepeated(At(repeated), repeated.Name, sameName.First().File);

    private static IEnumerable<Diagnostic> CheckInitiative(DesiredState desired)
    {
        var initiative = desired.Initiative;
        var names = desired.Definitions.Select(definition => definition.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing =
            from member in DesiredObjects.MemberNames(initiative.Body).Distinct(StringComparer.OrdinalIgnoreCase)
            where !names.Contains(member)
            select DiagnosticCatalog.InitiativeMemberMissing(At(initiative), initiative.Name, member, NearestName.Find(member, names));
        return Name(At(initiative), "initiative", initiative.Name, MaximumName)
            .Concat(Limit(initiative, "policies", initiative.Body["properties"]?["policyDefinitions"]?.Count() ?? 0, MaximumMembers))
            .Concat(Limit(initiative, "parameters", Parameters(initiative).Count, MaximumInitiativeParameters))
            .Concat(Size(initiative))
            .Concat(missing);
    }

    private static IEnumerable<Diagnostic> CheckAssignment(DesiredDocument initiative, DeploymentTarget target, SourceLocation at)
    {
        var settings = target.Assignment;
        var declared = Parameters(initiative);
        var given = settings.Parameters.Properties().Select(value => value.Name).ToImmutableArray();
        var isAtManagementGroup = TargetScope.Parse(target.Scope)?.Kind == ScopeKind.ManagementGroup;
        foreach (var problem in Name(at, "assignment", settings.Name, isAtManagementGroup ? MaximumAssignmentNameAtManagementGroup : MaximumName)) yield return problem;

        if (!EnforcementModes.Contains(settings.EnforcementMode))
            yield return DiagnosticCatalog.EnforcementModeUnknown(at, settings.EnforcementMode, NearestName.Find(settings.EnforcementMode, EnforcementModes));

        foreach (var name in given.Where(name => !declared.ContainsKey(name)))
            yield return DiagnosticCatalog.AssignmentParameterUnknown(at, name, initiative.Name, NearestName.Find(name, declared.Keys));

        foreach (var (name, parameter) in declared)
        {
            if (parameter?["defaultValue"] is null && !given.Contains(name, StringComparer.OrdinalIgnoreCase))
                yield return DiagnosticCatalog.AssignmentParameterMissing(at, name, initiative.Name);
        }
    }

    private static IEnumerable<Diagnostic> Name(SourceLocation at, string kind, string name, int maximum)
    {
        var isValid = name.Length > 0 && name.Length <= maximum && !name.AsSpan().ContainsAny(ForbiddenInNames) && !name.Any(char.IsControl) && name[^1] is not (' ' or '.');
        if (!isValid) yield return DiagnosticCatalog.ArmNameInvalid(at, kind, name, maximum);
    }

    private static IEnumerable<Diagnostic> Limit(DesiredDocument document, string what, int count, int maximum)
    {
        if (count > maximum) yield return DiagnosticCatalog.ArmLimitExceeded(At(document), document.Name, what, count, maximum);
    }

    private static IEnumerable<Diagnostic> Size(DesiredDocument document) =>
        Limit(document, "bytes of JSON", Encoding.UTF8.GetByteCount(document.Body.ToString(Formatting.None)), MaximumBytes);

    private static Dictionary<string, JToken?> Parameters(DesiredDocument document) =>
        (document.Body["properties"]?["parameters"] as JObject ?? []).Properties()
            .GroupBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => (JToken?)same.First().Value, StringComparer.OrdinalIgnoreCase);

    private static SourceLocation At(DesiredDocument document) => PositionedJson.LocationOf(document.File, document.Body);
}
