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

    public ConditionParser(DocumentReader document, ExpressionReader expressions, RuleTally tally)
    {
        this.document = document;
        leaves = new LeafParser(document, this, expressions, tally);
    }

    /// <summary>The condition, or null after at least one error was reported.</summary>
    public Condition? Parse(JToken token)
    {
        if (document.Object(token, "a condition") is not { } item) return null;
        var members = document.Members(item);
        var logical = members.Values.FirstOrDefault(member => ConditionKeywords.IsLogical(member.Name));
        if (logical is null && !members.ContainsKey("count")) return leaves.Parse(item, members);
        if (nesting >= MaximumNesting)
        {
            document.Report(DiagnosticCatalog.NestedTooDeep(document.At(token), MaximumNesting));
            return null;
        }

        nesting++;
        var condition = logical is null ? leaves.Parse(item, members) : ParseLogical(item, members, logical);
        nesting--;
        return condition;
    }

    private Condition? ParseLogical(JObject item, Dictionary<string, JProperty> members, JProperty logical)
    {
        foreach (var sibling in members.Values.Where(member => member != logical))
            document.Report(DiagnosticCatalog.LogicalOperatorWithSibling(document.At(sibling), logical.Name, sibling.Name));
        return ParseOperands(logical, document.At(item));
    }

    private Condition? ParseOperands(JProperty logical, SourceLocation location)
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
