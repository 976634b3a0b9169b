using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Makes declarations of exemptions: checks what both tools require, and says what only Plumbline does.</summary>
internal sealed class PacExemptionCheck(ImportDefaults defaults, ImmutableArray<Diagnostic>.Builder problems)
{
    private const string Unknown = "unknown";

    /// <summary>The declaration, or null with the problem.</summary>
    public ExemptionDeclaration? Of(PacExemption exemption)
    {
        if (exemption.Name is not { } name) return Missing(exemption, "'name'", "given");
        if (exemption.Target is not { } target) return Missing(exemption, $"the exemption '{name}'", "from a definition, an initiative or an assignment");
        if (Category(exemption.Category) is not { } category) return Missing(exemption, $"'exemptionCategory' of '{name}'", "Waiver or Mitigated");
        ImmutableArray<string> scopes = [.. exemption.Scopes.Select(Scope).OfType<string>()];
        foreach (var pattern in exemption.Scopes.Where(scope => Scope(scope) is null))
            problems.Add(DiagnosticCatalog.NotImported(exemption.At, $"the scope '{pattern}' of the exemption '{name}'", "Plumbline exempts scopes by their ids", "list the scopes it stands for"));
        if (exemption.Scopes.IsEmpty) return Missing(exemption, $"the exemption '{name}'", "given a scope");
        if (scopes.IsEmpty || Expiry(exemption, name) is not { } expires) return null;
        Ignored(exemption);
        return new(name, target, scopes, category, expires, Stated(exemption, "owner", defaults.Owner), Stated(exemption, "ticket", defaults.Ticket), exemption.At)
        {
            DisplayName = exemption.DisplayName,
            Description = exemption.Description,
            ReferenceIds = exemption.References,
            ResourceSelectors = exemption.Selectors,
        };
    }

    private ExemptionDeclaration? Missing(PacExemption exemption, string what, string expected)
    {
        problems.Add(DiagnosticCatalog.ImportValueInvalid(exemption.At, what, expected));
        return null;
    }

    private static string? Category(string? text) => text?.ToLowerInvariant() switch { "waiver" => "Waiver", "mitigated" => "Mitigated", _ => null };

    // "label:/subscriptions/..." and ":/subscriptions/..." name a scope for the display name only.
    private static string? Scope(string text)
    {
        var start = text.IndexOf(":/", StringComparison.Ordinal);
        var scope = start < 0 ? text : text[(start + 1)..];
        return PacSettings.IsPattern(scope) || !scope.StartsWith('/') ? null : scope;
    }

    private DateTimeOffset? Expiry(PacExemption exemption, string name)
    {
        if (exemption.ExpiresOn is null && defaults.ExpiresOn is { } given) return given;
        if (exemption.ExpiresOn is null)
        {
            problems.Add(DiagnosticCatalog.NotImported(exemption.At, $"the exemption '{name}'", "it never ends, and Plumbline requires an end", "add 'expiresOn', or give an end to all of them with --exemptions-expire-on"));
            return null;
        }

        if (DateTimeOffset.TryParse(exemption.ExpiresOn, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var expires)) return expires;
        problems.Add(DiagnosticCatalog.ImportValueInvalid(exemption.At, $"'expiresOn' of '{name}'", "a date such as 2026-12-31T00:00:00Z"));
        return null;
    }

    private string Stated(PacExemption exemption, string key, string? given)
    {
        if (exemption.Metadata[key] is TextValue { Value.Length: > 0 } text) return text.Value;
        if (given is not null) return given;
        problems.Add(DiagnosticCatalog.ImportValueAssumed(exemption.At, $"the {key} of the exemption '{exemption.Name}'", Unknown));
        return Unknown;
    }

    private void Ignored(PacExemption exemption)
    {
        foreach (var key in exemption.Metadata.Properties.Select(property => property.Key).Where(key => key.ToLowerInvariant() is not ("owner" or "ticket" or "pacownerid" or "deployedby")))
            problems.Add(DiagnosticCatalog.ImportKeyIgnored(exemption.At, $"metadata.{key}", null));
        if (exemption.Validation is { } validation && !string.Equals(validation, "Default", StringComparison.OrdinalIgnoreCase))
            problems.Add(DiagnosticCatalog.NotImported(exemption.At, $"'assignmentScopeValidation' of '{exemption.Name}'", "Plumbline always has the scope checked"));
    }
}
