using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Files;

/// <summary>Reads the text of a plan.</summary>
internal static class PlanReader
{
    // A plan of 5,000 objects has some 20 MB.
    private const int MaximumCharacters = 256 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1200 };

    /// <summary>The plan, or what is wrong with the text. A text that was changed after it was made is refused: its digest tells.</summary>
    public static ParseResult<DeploymentPlan> Read(SourceText source)
    {
        var at = new SourceLocation(source.File);
        if (source.Text.Length > MaximumCharacters) return Refused(at, $"it is longer than {MaximumCharacters} characters");
        try
        {
            using var document = JsonDocument.Parse(source.Text, Options);
            if (PolicyValueReader.FromElement(document.RootElement) is not ObjectValue root) return Refused(at, "it is no JSON object");
            if (root["formatVersion"] is not IntegerValue { Value: PlanFile.FormatVersion }) return Refused(at, $"its format version is not {PlanFile.FormatVersion}");
            var plan = Plan(root);
            return PlanFile.WithId(plan).PlanId == plan.PlanId
                ? new(plan, [])
                : Refused(at, "it was changed after it was made: its content does not have the digest 'planId'");
        }
        catch (JsonException exception)
        {
            return Refused(at with { Span = null }, $"it is not JSON (line {(exception.LineNumber ?? 0) + 1}, column {(exception.BytePositionInLine ?? 0) + 1})");
        }
        catch (FormatException exception)
        {
            return Refused(at, exception.Message);
        }
    }

    private static ParseResult<DeploymentPlan> Refused(SourceLocation at, string reason) => new(null, [DiagnosticCatalog.PlanFileInvalid(at, reason)]);

    private static DeploymentPlan Plan(ObjectValue root) => new(
        Header(root.Object("header")),
        Environment(root.Object("environment")),
        Inputs(root.Object("inputs")),
        Baseline(root.Object("baseline")),
        Limits(root.Object("limits")),
        [.. root.Objects("operations").Select(OperationReader.Read)],
        root.Number("unchanged"),
        [.. root.Objects("foreign").Select(foreign => new ForeignObject(foreign.Text("id"), foreign.Text("owner")))],
        Warnings(root, "warnings"),
        root.ObjectOrNull("impact") is { } impact ? Impact(impact) : null)
    {
        PlanId = root.Text("planId"),
        Refusals = Warnings(root, "refusals"),
    };

    private static PlanHeader Header(ObjectValue header) => new(
        DateTimeOffset.TryParse(header.Text("createdAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : throw JsonMembers.Wrong("createdAt", "an instant"),
        header.Text("tool"),
        header.TextOrNull("gitCommit"));

    private static PlanEnvironment Environment(ObjectValue environment) => new(
        environment.Text("name"), environment.Text("cloud"), environment.TextOrNull("tenantId"), environment.Text("definitionScope"), environment.Text("ownerId"), environment.TextOrNull("ring"));

    private static PlanInputs Inputs(ObjectValue inputs) => new(inputs.Text("declarationsDigest"), inputs.Text("documentsDigest"), inputs.Text("builtInsDigest"));

    private static PlanBaseline Baseline(ObjectValue baseline) => new(
        baseline.Text("stateDigest"),
        baseline.Text("readFrom"),
        Counts(baseline.Object("counts")));

    private static ImmutableSortedDictionary<string, int> Counts(ObjectValue counts) =>
        counts.Properties.ToImmutableSortedDictionary(count => count.Key, count => counts.Number(count.Key), StringComparer.Ordinal);

    private static PlanLimits Limits(ObjectValue limits) => new(limits.Number("maxDeletes"), limits.Texts("protect"), limits.Texts("allowPrivilegedRoles"));

    private static ImmutableArray<PlanWarning> Warnings(ObjectValue root, string name) =>
        [.. root.Objects(name).Select(warning => new PlanWarning(warning.Text("code"), warning.Text("message")))];

    private static PlanImpact Impact(ObjectValue impact) => new(
        impact.Texts("sources"),
        impact.Number("resources"),
        [.. impact.Objects("controls").Select(control => new ControlImpact(
            control.Text("control"), control.Number("compliant"), control.Number("newlyNonCompliant"), control.Number("newlyCompliant"), control.Number("denied"), control.Number("modified"), control.Number("deployed")))],
        [.. impact.Objects("findings").Select(finding => new ResourceImpact(finding.Text("resourceId"), finding.Text("policy"), finding.Text("change"), finding.TextOrNull("source")))]);
}
