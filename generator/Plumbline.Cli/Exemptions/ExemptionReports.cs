using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Operations;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Exemptions;

/// <summary>Prints what there is to say about the exemptions of an environment.</summary>
internal static class ExemptionReports
{
    /// <summary>All of them.</summary>
    public static ExitCode List(CommandContext context, DeploymentEnvironment environment, string format)
    {
        var ages = Ages(context, environment);
        if (format == "json") context.Console.WriteRaw(ExemptionJson.Write(environment.Name, ages));
        else foreach (var line in Table(ages)) context.Console.WriteLine(line);
        return ExitCode.Success;
    }

    /// <summary>Those that ended, those that end within 15 days, those that end within 30.</summary>
    public static ExitCode Expiring(CommandContext context, DeploymentEnvironment environment)
    {
        var ages = Ages(context, environment).OrderBy(age => age.Exemption.ExpiresOn).ThenBy(age => age.Exemption.Name, StringComparer.Ordinal).ToImmutableArray();
        Group(context, "Expired", ages.Where(age => age.State == "expired"));
        Group(context, $"Within {ExemptionAge.VerySoon} days", ages.Where(age => age.State == "expiring" && age.Days <= ExemptionAge.VerySoon));
        Group(context, $"Within {ExemptionAge.Soon} days", ages.Where(age => age.State == "expiring" && age.Days > ExemptionAge.VerySoon));
        context.Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ages.Length} exemption(s): {ages.Count(age => age.State == "expired")} expired, {ages.Count(age => age.State == "expiring")} expiring."));
        return ages.Any(age => age.State == "expired") ? ExitCode.Findings : ExitCode.Success;
    }

    /// <summary>Those that concern no assignment.</summary>
    public static ExitCode Orphaned(CommandContext context, DeploymentEnvironment environment) =>
        Review(context, environment, review => review.Orphaned().Select(one => DiagnosticCatalog.ExemptionOrphaned(one.Exemption.Target.At, one.Exemption.Name, one.Scope, one.Detail)), "orphaned");

    /// <summary>Those that change nothing.</summary>
    public static ExitCode Redundant(CommandContext context, DeploymentEnvironment environment) =>
        Review(context, environment, review => review.Redundant().Select(one => DiagnosticCatalog.ExemptionRedundant(one.Exemption.At, one.Exemption.Name, one.Scope, one.Detail ?? "")), "redundant");

    /// <summary>Those at the endpoint whose assignment is gone.</summary>
    public static async Task<ExitCode> OrphanedAtAsync(CommandContext context, DeploymentSession session, CancellationToken cancellationToken)
    {
        var (live, code) = await PlanMaker.ReadAsync(context, session, cancellationToken).ConfigureAwait(false);
        if (live is null) return code;

        var query = DeploymentPlanner.Query(session.Environment, session.Documents);
        var review = new ExemptionReview(session.Environment, session.Documents);
        return Told(context, [.. review.OrphanedAt(live, query).Select(one => DiagnosticCatalog.DeployedExemptionOrphaned(session.At, one.Exemption.Id, one.AssignmentId))], "orphaned where it is deployed");
    }

    private static ExitCode Review(CommandContext context, DeploymentEnvironment environment, Func<ExemptionReview, IEnumerable<Diagnostic>> findings, string word)
    {
        var documents = PolicyDocumentReader.Read(context.Workspace);
        context.Console.Report(documents.Diagnostics, context.Workspace.Read);
        return documents.Value is null ? ExitCode.InvalidInput : Told(context, [.. findings(new ExemptionReview(environment, documents.Value))], word);
    }

    private static ExitCode Told(CommandContext context, ImmutableArray<Diagnostic> findings, string word)
    {
        context.Console.Report(findings, context.Workspace.Read);
        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{findings.Length} exemption(s) {word}."));
        return findings.IsEmpty ? ExitCode.Success : ExitCode.Findings;
    }

    private static ImmutableArray<ExemptionAge> Ages(CommandContext context, DeploymentEnvironment environment)
    {
        var now = context.World.Time.GetUtcNow();
        return [.. environment.Exemptions.Select(exemption => ExemptionAge.Of(exemption, now))];
    }

    private static void Group(CommandContext context, string title, IEnumerable<ExemptionAge> ages)
    {
        var findings = ages.Select(age => age.Days == 0
            ? DiagnosticCatalog.ExemptionExpired(age.Exemption.At, age.Exemption.Name, age.Date, age.Exemption.Owner)
            : DiagnosticCatalog.ExemptionExpiring(age.Exemption.At, age.Exemption.Name, age.Days, age.Exemption.Owner, age.Exemption.Ticket)).ToImmutableArray();
        if (findings.IsEmpty) return;
        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {findings.Length}"));
        context.Console.Report(findings, context.Workspace.Read);
    }

    private static IEnumerable<string> Table(ImmutableArray<ExemptionAge> ages)
    {
        foreach (var (exemption, age) in ages.Select(age => (age.Exemption, age)))
        {
            yield return $"{exemption.Name}: {age.Text} ({age.Date})";
            yield return $"    from {exemption.Target.Kind.ToString().ToLowerInvariant()} {exemption.Target.Name}{(exemption.ReferenceIds.IsEmpty ? "" : $" ({string.Join(", ", exemption.ReferenceIds)})")}";
            foreach (var scope in exemption.Scopes) yield return $"    at {scope}";
            yield return $"    {exemption.Category}, owner {exemption.Owner}, ticket {exemption.Ticket}";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{ages.Length} exemption(s): {ages.Count(age => age.State == "active")} active, {ages.Count(age => age.State == "expiring")} expiring, {ages.Count(age => age.State == "expired")} expired.");
    }
}
