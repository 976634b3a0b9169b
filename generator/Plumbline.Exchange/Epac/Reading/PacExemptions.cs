using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>Reads exemptions, of both forms.</summary>
/// <param name="files">The folder.</param>
/// <param name="defaults">What an exemption gets that does not say it.</param>
/// <param name="problems">What is wrong.</param>
internal sealed class PacExemptions(EpacFiles files, ImportDefaults defaults, ImmutableArray<Diagnostic>.Builder problems)
{
    private static readonly string[] Columns =
    [
        "name", "displayName", "description", "exemptionCategory", "expiresOn", "scope", "scopes", "policyAssignmentId", "policyDefinitionId", "policyDefinitionName",
        "policySetDefinitionId", "policySetDefinitionName", "assignmentReferenceId", "policyDefinitionReferenceIds", "resourceSelectors", "metadata", "assignmentScopeValidation",
    ];

    /// <summary>The exemptions of an environment.</summary>
    public ImmutableArray<ExemptionDeclaration> Of(PacEnvironment environment)
    {
        var folder = $"policyExemptions/{environment.Selector}";
        return [.. files.Json(folder).SelectMany(Json).Concat(files.Csv(folder).SelectMany(Table)).OfType<ExemptionDeclaration>()];
    }

    private IEnumerable<ExemptionDeclaration?> Json(SourceText file)
    {
        if (files.Read(file) is not { } json) return [];
        ImmutableArray<ExemptionDeclaration?> found = [.. json.Objects("exemptions").Select(One)];
        json.Finish();
        return found;
    }

    private ExemptionDeclaration? One(EpacObject json)
    {
        string? Of(string key) => json.Text(key);
        var fields = new PacExemption(json.At, Of("name"))
        {
            DisplayName = Of("displayName"),
            Description = Of("description"),
            Category = Of("exemptionCategory"),
            ExpiresOn = Of("expiresOn"),
            Scopes = [.. json.Texts("scope"), .. json.Texts("scopes")],
            Target = PacExemptionTarget.Of(json.At, Of),
            References = json.Texts("policyDefinitionReferenceIds"),
            Selectors = [.. json.Objects("resourceSelectors").Select(selector => selector.Whole())],
            Validation = Of("assignmentScopeValidation"),
            Metadata = json.Value("metadata") ?? new ObjectValue([]),
        };
        json.Finish();
        return new PacExemptionCheck(defaults, problems).Of(fields);
    }

    private IEnumerable<ExemptionDeclaration?> Table(SourceText file) =>
        PacTable.Read(file, column => Columns.Contains(column, StringComparer.OrdinalIgnoreCase), problems).Rows.Select(Row);

    private ExemptionDeclaration? Row(PacRow row)
    {
        var fields = new PacExemption(row.At, row.Field("name"))
        {
            DisplayName = row.Field("displayName"),
            Description = row.Field("description"),
            Category = row.Field("exemptionCategory"),
            ExpiresOn = row.Field("expiresOn"),
            Scopes = [.. List(row.Field("scope")), .. List(row.Field("scopes"))],
            Target = PacExemptionTarget.Of(row.At, row.Field),
            References = [.. List(row.Field("policyDefinitionReferenceIds"))],
            Selectors = Value(row, "resourceSelectors") is ArrayValue selectors ? [.. selectors.Items.OfType<ObjectValue>()] : [],
            Validation = row.Field("assignmentScopeValidation"),
            Metadata = Value(row, "metadata") as ObjectValue ?? new ObjectValue([]),
        };
        return new PacExemptionCheck(defaults, problems).Of(fields);
    }

    private static string[] List(string? field) => field?.Split('&', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private PolicyValue? Value(PacRow row, string column)
    {
        if (row.Field(column) is not { } text) return null;

        // The reader takes objects only.
        var parsed = PositionedJson.Parse(new SourceText(row.At.File, string.Create(CultureInfo.InvariantCulture, $"{{\"value\":{text}}}")));
        if (parsed.Value is { } json && PolicyValueReader.FromToken(json) is ObjectValue value) return value["value"];
        problems.Add(DiagnosticCatalog.RowIgnored(row.At, $"its '{column}' is no JSON; the rest of the row is read"));
        return null;
    }
}
