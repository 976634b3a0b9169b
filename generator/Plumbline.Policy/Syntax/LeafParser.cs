using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads leaf conditions: exactly one subject and exactly one operator.</summary>
internal sealed class LeafParser(DocumentReader document, ConditionParser conditions, ExpressionReader expressions, RuleTally tally)
{
    private const string AllMembers = "[*]";

    // How many counts are around the leaf.
    private int counts;

    public LeafCondition? Parse(JObject item, Dictionary<string, JProperty> members)
    {
        var subjects = members.Values.Where(member => ConditionKeywords.IsSubject(member.Name)).ToList();
        var operators = members.Values.Where(member => OperatorNames.TryParse(member.Name, out _)).ToList();
        ReportUnknown(members.Values.Except(subjects).Except(operators));
        ReportCount(item, subjects, DiagnosticCatalog.SubjectMissing, DiagnosticCatalog.SubjectRepeated);
        ReportCount(item, operators, DiagnosticCatalog.OperatorMissing, DiagnosticCatalog.OperatorRepeated);
        var isKept = tally.AddCondition();
        var subject = subjects.Select(ParseSubject).ToList().FirstOrDefault();
        var operand = operators.Select(OperandOf).ToList().FirstOrDefault();
        if (!isKept || subject is null || operand is null || members.Count != 2 || !OperatorNames.TryParse(operators[0].Name, out var used)) return null;
        return new LeafCondition(subject, used, operand, document.At(item));
    }

    private void ReportUnknown(IEnumerable<JProperty> members)
    {
        foreach (var member in members)
        {
            document.Report(DiagnosticCatalog.UnknownConditionKey(document.At(member), member.Name, NearestName.Find(member.Name, ConditionKeywords.All)));
        }
    }

    private void ReportCount(JObject item, List<JProperty> found, Func<SourceLocation, Diagnostic> missing, Func<SourceLocation, string, string, Diagnostic> repeated)
    {
        if (found.Count == 0) document.Report(missing(document.At(item)));
        foreach (var extra in found.Skip(1)) document.Report(repeated(document.At(extra), found[0].Name, extra.Name));
    }

    private Subject? ParseSubject(JProperty member) => member.Name.ToUpperInvariant() switch
    {
        "FIELD" => FieldText(member) is { } field ? new FieldSubject(field) : null,
        "VALUE" => new ValueSubject(OperandOf(member)),
        _ => document.Object(member.Value, "'count'") is { } count ? ParseCount(count) : null,
    };

    private Subject? ParseCount(JObject item)
    {
        var members = document.Members(item);
        foreach (var member in members.Values.Where(member => !ConditionKeywords.Count.Contains(member.Name, StringComparer.OrdinalIgnoreCase)))
            document.Report(DiagnosticCatalog.UnknownCountKey(document.At(member), member.Name, NearestName.Find(member.Name, ConditionKeywords.Count)));
        var field = members.GetValueOrDefault("field");
        var value = members.GetValueOrDefault("value");
        var name = members.GetValueOrDefault("name");
        var nameText = name is null ? null : document.Text(name.Value, "'count.name'");
        var where = ParseWhere(members.GetValueOrDefault("where"));
        if ((field is null) == (value is null)) document.Report(DiagnosticCatalog.CountSubjectNotOne(document.At(item), field is not null));
        if (name is not null && value is null) document.Report(DiagnosticCatalog.CountNameWithoutValue(document.At(name)));
        var counted = field is null ? null : CountedField(field);
        if (value is not null) tally.AddValueCount(() => document.At(item));
        var operand = value is null ? null : OperandOf(value);
        if (operand is not null) return new ValueCountSubject(operand, nameText, where);
        return counted is null ? null : new FieldCountSubject(counted, where);
    }

    private string? CountedField(JProperty member)
    {
        if (document.Text(member.Value, "'count.field'") is not { } text) return null;
        var isFirst = text.StartsWith(AllMembers, StringComparison.Ordinal);
        tally.AddFieldCount(text, () => document.At(member));
        if (!isFirst && (TemplateText.IsExpression(text) || text.Contains(AllMembers, StringComparison.Ordinal)))
        {
            expressions.Check(member.Value, counts);
            return text;
        }

        document.Report(DiagnosticCatalog.CountFieldNotArray(document.At(member.Value), text, isFirst));
        return null;
    }

    private Condition? ParseWhere(JProperty? member)
    {
        if (member is null) return null;
        counts++;
        var where = conditions.Parse(member.Value);
        counts--;
        return where;
    }

    private string? FieldText(JProperty member)
    {
        if (document.Text(member.Value, "'field'") is not { } text) return null;
        expressions.Check(member.Value, counts);
        return text;
    }

    private Operand OperandOf(JProperty member)
    {
        expressions.CheckEvaluated(member.Value, counts);
        return new(PolicyValueReader.FromToken(member.Value));
    }
}
