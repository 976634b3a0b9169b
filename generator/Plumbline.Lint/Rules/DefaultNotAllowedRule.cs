using Newtonsoft.Json.Linq;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>Parameters whose default is not among their allowed values. Azure compares with regard to case.</summary>
public sealed class DefaultNotAllowedRule() : LintRule("default-not-in-allowed-values", LintSeverity.Error, "Default that is not among the allowed values")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from parameter in subject.Definition?.Parameters ?? subject.SetDefinition?.Parameters ?? []
        where parameter is { DefaultValue: { } value, AllowedValues.IsEmpty: false } && !IsAllowed(parameter)
        let token = (LintSubject.Member(subject.Properties, "parameters") as JObject)?.GetValue(parameter.Name, StringComparison.OrdinalIgnoreCase) as JObject
        where token is not null
        select Finding(
            subject.At(LintSubject.Member(token, "defaultValue") ?? token),
            $"the default of parameter '{parameter.Name}' is not among its allowed values; Azure refuses every assignment that does not give a value",
            "use one of the allowed values; case matters");

    // The default of an array has to have allowed members.
    private static bool IsAllowed(PolicyParameter parameter) => parameter.DefaultValue is Plumbline.Policy.Values.ArrayValue list
        ? list.Items.All(item => parameter.AllowedValues.Contains(item)) || parameter.AllowedValues.Contains(list)
        : parameter.DefaultValue is { } value && parameter.AllowedValues.Contains(value);
}
