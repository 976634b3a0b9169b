using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Reads <c>global-settings.jsonc</c>.</summary>
internal sealed class PacSettings(ImmutableArray<Diagnostic>.Builder problems)
{
    /// <summary>The owner's id and the environments; null without a usable file.</summary>
    public (string Owner, ImmutableArray<PacEnvironment> Environments)? Read(EpacFiles files)
    {
        if (files.Settings() is not { } source)
        {
            problems.Add(DiagnosticCatalog.ImportFolderInvalid(new SourceLocation(files.Root.Length == 0 ? "." : files.Root), "it has no global-settings.jsonc"));
            return null;
        }

        if (files.Read(source) is not { } settings) return null;
        var owner = settings.Text("pacOwnerId");
        if (owner is null || !Guid.TryParse(owner, out var id)) problems.Add(DiagnosticCatalog.ImportValueInvalid(settings.AtOf("pacOwnerId"), "'pacOwnerId'", "a GUID"));
        else owner = id.ToString("D");
        settings.Truth("telemetryOptOut");
        ImmutableArray<PacEnvironment> environments = [.. settings.Objects("pacEnvironments").Select(Environment).OfType<PacEnvironment>()];
        settings.Finish();
        if (environments.IsEmpty) problems.Add(DiagnosticCatalog.ImportFolderInvalid(settings.At, "it has no environment"));
        return (owner ?? "", environments);
    }

    private PacEnvironment? Environment(EpacObject settings)
    {
        var (selector, scope) = (settings.Text("pacSelector"), settings.Text("deploymentRootScope"));
        if (selector is null) settings.Wrong("pacSelector", "a text");
        if (scope is null) settings.Wrong("deploymentRootScope", "a resource id");
        var (cloud, tenant) = (settings.Text("cloud") ?? "AzureCloud", settings.Text("tenantId"));
        var location = Location(settings);
        var notScopes = NotScopes(settings);
        if (settings.Object("desiredState") is { } desired) Desired(desired);
        settings.Finish();
        return selector is null || scope is null ? null : new(selector, cloud, tenant, scope, location, notScopes, settings.At);
    }

    // The documentation shows a text, and an object with "*".
    private static string? Location(EpacObject settings)
    {
        const string Key = "managedIdentityLocation";
        if (settings.Has(Key) && settings.IsObject(Key)) return settings.Object(Key)?.Text("*");
        return settings.Text(Key);
    }

    private ImmutableArray<string> NotScopes(EpacObject settings)
    {
        var all = settings.Has("globalNotScopes") && settings.IsObject("globalNotScopes") ? settings.Object("globalNotScopes")?.Texts("*") ?? [] : settings.Texts("globalNotScopes");
        foreach (var pattern in all.Where(IsPattern))
            problems.Add(DiagnosticCatalog.NotImported(settings.AtOf("globalNotScopes"), $"the pattern '{pattern}'", "Plumbline leaves out scopes by their ids", "list the scopes it stands for in 'notScopes'"));
        return [.. all.Where(scope => !IsPattern(scope))];
    }

    /// <summary>Whether a scope is a pattern of EPAC's.</summary>
    public static bool IsPattern(string scope) => scope.Contains('*', StringComparison.Ordinal) || scope.Contains("subscriptionsPattern", StringComparison.OrdinalIgnoreCase);

    // Plumbline touches nothing that is not its own, which 'ownedOnly' says; the rest would widen or narrow 'full'.
    private void Desired(EpacObject desired)
    {
        if (desired.Text("strategy") is { } strategy && !string.Equals(strategy, "ownedOnly", StringComparison.OrdinalIgnoreCase))
            problems.Add(DiagnosticCatalog.NotImported(desired.AtOf("strategy"), $"the strategy '{strategy}'", "Plumbline never deletes what it does not own"));
        desired.Truth("keepDfcSecurityAssignments");
        desired.Truth("keepDfcPlanAssignments");
        desired.Finish();
    }
}
