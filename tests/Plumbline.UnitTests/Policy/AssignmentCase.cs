using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

/// <summary>One case of <c>tests/cases/assignments</c>: documents, a resource, and the records that have to come out.</summary>
internal sealed class AssignmentCase(JObject item, JObject defaults)
{
    private static readonly string[] Keys =
    [
        "note", "assignment", "assignments", "definitions", "initiatives", "exemptions", "enrollments", "attestations", "managementGroups",
        "resource", "related", "identity", "now", "want",
    ];

    private static readonly AssignmentEvaluator Evaluator = new(new PolicyEvaluator(AliasTable.Published, UnknownAliasHandling.ReadAsPath).Evaluate);

    public string Note { get; } = (string?)item["note"] ?? throw new InvalidOperationException("A case has no note.");

    /// <summary>What each record has to be, member by member.</summary>
    public IEnumerable<JObject> Want => item["want"] is JArray all ? all.Cast<JObject>() : [(JObject?)item["want"] ?? throw new InvalidOperationException($"'{Note}' wants nothing.")];

    public ImmutableArray<AssignmentRecord> Evaluate()
    {
        if (item.Properties().Select(property => property.Name).Except(Keys).FirstOrDefault() is { } unknown) throw new InvalidOperationException($"'{Note}' has the unknown key '{unknown}'.");
        return Evaluator.Evaluate(Assignments(), Estate(), Resource());
    }

    private IEnumerable<PolicyAssignment> Assignments() =>
        List("assignments", Merged("assignment")).Select(document => Parsed(AssignmentDocuments.ParseAssignment(Source(document))));

    private PolicyEstate Estate() => new(
        new PolicyLibrary(
            Library("definitions", document => Parsed(PolicyParser.ParseDefinition(Source(document)))),
            Library("initiatives", document => Parsed(PolicyParser.ParseSetDefinition(Source(document))))),
        [.. List("exemptions").Select(document => Parsed(AssignmentDocuments.ParseExemption(Source(document))))],
        [.. List("enrollments").Select(document => Parsed(AssignmentDocuments.ParseEnrollment(Source(document))))],
        [.. List("attestations").Select(document => Parsed(AssignmentDocuments.ParseAttestation(Source(document))))],
        new ManagementGroupTree((item["managementGroups"] as JObject ?? []).Properties().Select(child => KeyValuePair.Create(child.Name, (string?)child.Value ?? ""))));

    private EvaluatedResource Resource() => new(
        (ObjectValue)PolicyValueReader.FromToken(Merged("resource")),
        new EvaluationContext(DateTimeOffset.Parse((string?)(item["now"] ?? defaults["now"]) ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        new RelatedResourceList([.. List("related").Select(related => ResourceDocument.Of(PolicyValueReader.FromToken(related)))]),
        item["identity"] is JObject identity ? new((string?)identity["principalId"] ?? "", [.. identity["groups"]?.Values<string>().OfType<string>() ?? []]) : null);

    private JObject Merged(string key)
    {
        var merged = (JObject)(defaults[key] ?? new JObject()).DeepClone();
        foreach (var property in (item[key] as JObject ?? []).Properties()) merged[property.Name] = property.Value.DeepClone();
        return merged;
    }

    private IEnumerable<JObject> List(string key, JObject? otherwise = null) => item[key] is JArray list ? list.Cast<JObject>() : otherwise is null ? [] : [otherwise];

    // A list of documents is a list of versions.
    private IEnumerable<KeyValuePair<string, T>> Library<T>(string key, Func<JObject, T> parse) =>
        from entry in Merged(key).Properties()
        from document in entry.Value is JArray versions ? versions.Cast<JObject>() : [(JObject)entry.Value]
        select KeyValuePair.Create(entry.Name, parse(document));

    private static SourceText Source(JObject document) => new("document.json", document.ToString());

    private T Parsed<T>(ParseResult<T> result)
        where T : class =>
        result.Value ?? throw new InvalidOperationException($"'{Note}': {string.Join("; ", result.Diagnostics.Select(diagnostic => diagnostic.Message))}");
}
