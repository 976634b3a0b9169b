using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The rule or the parameters are not what was published under the version.</summary>
internal sealed class VersionNotBumpedRule() : LintRule("version-not-bumped", LintSeverity.Warning, "What the policy does changed, and its version did not")
{
    private static readonly string[] Parts = ["policyRule", "parameters", "policyDefinitions", "policyDefinitionGroups", "mode"];

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document)
    {
        if (document.Environment.Previous is not { } previous) return [];
        var before = previous.Member("properties") as JObject ?? previous;
        var version = VersionOf(document.Properties);
        var changed = Parts.FirstOrDefault(part => !JToken.DeepEquals(before.Member(part), document.Properties.Member(part)));
        if (changed is null || version is null || version != VersionOf(before)) return [];
        return [Finding(
            document,
            document.Properties.Member("metadata")?.Member("version") ?? document.Properties.Member("version"),
            $"'{changed}' changed, and the version is still {version}: nobody can tell the two apart",
            "raise the version")];
    }

    private static string? VersionOf(JObject properties) => properties.Text("version") ?? properties.Member("metadata")?.Text("version");
}
