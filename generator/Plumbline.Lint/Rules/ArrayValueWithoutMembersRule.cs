using Newtonsoft.Json.Linq;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>A value that is no array is written to an array.</summary>
internal sealed class ArrayValueWithoutMembersRule() : DefinitionRule("array-value-without-members", LintSeverity.Warning, "One value is written over an array")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        Written(document, definition).Where(change => change.Value is not (null or ArrayValue) && !LiteralValues.IsExpression(change.Value) && document.IsArray(change.Field))
            .Select(change => Finding(
                document,
                change.Token,
                $"'{change.Field}' is an array, and what is written is none: the request becomes invalid",
                $"write to '{change.Field}[*]', or write an array"));

    private static IEnumerable<(string Field, PolicyValue? Value, JToken? Token)> Written(LintDocument document, PolicyDefinition definition)
    {
        var details = document.Then?.Member("details");
        return definition.Then.TypedDetails switch
        {
            ModifyDetails modify => modify.Operations.Select((operation, index) => (operation.Field, operation.Value, At(details?.Member("operations"), index))),
            AppendDetails append => append.Fields.Select((item, index) => (item.Field, (PolicyValue?)item.Value, details is JArray ? At(details, index) : details?.Member("field"))),
            _ => [],
        };
    }

    private static JToken? At(JToken? list, int index) => (list as JArray)?.ElementAtOrDefault(index)?.Member("field");
}
