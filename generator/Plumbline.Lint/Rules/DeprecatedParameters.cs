using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>Parameters that are kept for old assignments: Azure lets nobody remove a parameter that an assignment may give.</summary>
internal static class DeprecatedParameters
{
    /// <summary>Whether a parameter is marked: by the start of its display name, as Microsoft does, or in its metadata.</summary>
    public static bool Has(LintDocument document, PolicyParameter parameter) =>
        parameter.DisplayName?.StartsWith("[Deprecated", StringComparison.OrdinalIgnoreCase) == true
        || document.Declaration(parameter.Name)?.Value.Member("metadata")?.Member("deprecated") is JValue { Value: true };
}
