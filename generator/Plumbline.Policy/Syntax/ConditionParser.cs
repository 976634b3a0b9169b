using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads conditions: logical operators here, leaves in <see cref="LeafParser"/>.</summary>
internal sealed class ConditionParser
{
    // Azure's limit of nested conditionals in a rule.
    private const int MaximumNesting = 512;

    private readonly DocumentReader document;
    private readonly LeafParser leaves;
    private int nesting;

    public ConditionParser(DocumentReader document, ExpressionReader expressions)
    {
        this.document = document;
        leaves = new LeafParser(document, this, expressions);
    }

    /// <summary>The condition, or null after at least one error was reported.</summary>
    public Condition? Parse(JToken token)
    {
        if (document.Object(token, "a condition") is not { } item) return null;
        if (nesting >= MaximumNesting)
        {
            document.Report(DiagnosticCatalog.NestedTooDeep(document.At(token), MaximumNesting));
            return null;
        }

        nesting++;
        var condition = ParseMembers(item);
        nesting--;
        return condition;
    }

    private Condition? ParseMembers(JObject item)
    {
        var members = document.Members(item);
        var logical = members.Values.FirstOrDefault(member => ConditionKeywords.IsLogical(member.Name));
        if (logical is null) return leaves.Parse(item, members);
        if (members.Count > 1)
        {
            var sibling = members.Values.First(member => member != logical);
            document.Report(DiagnosticCatalog.LogicalOperatorWithSibling(document.At(sibling), logical.Name, sibling.Name));
        }

        return ParseLogical(logical, document.At(item));
    }

    private Condition? ParseLogical(JProperty logical, SourceLocation location)
    {
        if (string.Equals(logical.Name, "not", StringComparison.OrdinalIgnoreCase))
            return Parse(logical.Value) is { } operand ? new NotCondition(operand, location) : null;
        if (document.Array(logical.Value, $"'{logical.Name}'") is not { } array) return null;
        var operands = array.Select(Parse).ToImmutableArray();
        if (operands.Any(operand => operand is null)) return null;
        return string.Equals(logical.Name, "allOf", StringComparison.OrdinalIgnoreCase)
            ? new AllOfCondition([.. operands.OfType<Condition>()], location)
            : new AnyOfCondition([.. operands.OfType<Condition>()], location);
    }
}
