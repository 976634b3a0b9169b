using System.Text.RegularExpressions;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The name of the resource has characters that Azure Resource Manager does not take.</summary>
internal sealed partial class NameInvalidRule() : LintRule("name-invalid", LintSeverity.Error, "The name has characters that Azure does not take")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) =>
        !document.IsBare && document.Root.Text("name") is { } name && !Allowed.IsMatch(name)
            ? [Finding(
                document,
                document.Root.Member("name"),
                $"the name '{name}' has one of < > % & : ? / \\, ends with a blank, or is empty: Azure refuses it",
                "use letters, digits and hyphens")]
            : [];

    [GeneratedRegex(@"^[^<>%&:\\?/]*[^<>%&:\\?/ ]$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed { get; }
}
