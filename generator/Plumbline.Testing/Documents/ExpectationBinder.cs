using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Documents;

/// <summary>Makes expectations.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class ExpectationBinder(List<Diagnostic> problems)
{
    /// <summary>The expectation of a mapping, or of the compliance alone.</summary>
    public Expectation Bind(YamlNode node)
    {
        if (node is YamlScalar scalar) return new Expectation(scalar.Text, scalar);
        if (node is not YamlMapping expect) return new Expectation(null, node);
        if (expect.Entries.IsEmpty) problems.Add(DiagnosticCatalog.ExpectationEmpty(expect.Location));
        return new Expectation(expect.TextOrNull("compliance"), expect)
        {
            Effect = expect.TextOrNull("effect"),
            Matched = Truth(expect, "matched"),
            Applicable = Truth(expect, "applicable"),
            Reasons = expect.Texts("reason"),
            Resource = expect["resource"] is null ? null : expect.Object("resource"),
            Changes = [.. EditReader.Values(expect, "changes", problems)],
            Denied = Truth(expect, "denied"),
            Message = expect.TextOrNull("message"),
            Existing = expect.TextOrNull("existing"),
            Policies = [.. expect.Mapping("policies").Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, expect.Mapping("policies").Text(entry.Key.Text)))],
        };
    }

    private static bool? Truth(YamlMapping expect, string key) => (expect.ValueOrNull(key) as BooleanValue)?.Value;
}
