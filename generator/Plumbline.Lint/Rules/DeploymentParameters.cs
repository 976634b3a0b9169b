using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;

namespace Plumbline.Lint.Rules;

/// <summary>What the template of a deployment declares, and what it is passed. Nothing when either is an expression.</summary>
internal static class DeploymentParameters
{
    public static IEnumerable<JProperty> DeclaredIn(LintDocument document) => IsReadable(document) ? TemplateOf(document)?.Member("parameters").Members() ?? [] : [];

    public static IEnumerable<JProperty> PassedIn(LintDocument document) => IsReadable(document) ? PropertiesOf(document)?.Member("parameters").Members() ?? [] : [];

    public static bool IsPassed(LintDocument document, string name) => PassedIn(document).Any(passed => string.Equals(passed.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsReadable(LintDocument document) => TemplateOf(document) is not null && PropertiesOf(document)?.Member("parameters") is null or JObject;

    private static JObject? TemplateOf(LintDocument document) => PropertiesOf(document)?.Member("template") as JObject;

    private static JToken? PropertiesOf(LintDocument document) => document.Then?.Member("details")?.Member("deployment")?.Member("properties");
}
