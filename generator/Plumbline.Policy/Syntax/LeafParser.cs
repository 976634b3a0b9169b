using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads leaf conditions: exactly one subject and exactly one operator.</summary>
internal sealed class LeafParser(DocumentReader document, ConditionParser conditions, ExpressionReader expressions)
{
    // How many counts are around the leaf.
    private int counts;

    public LeafCondition? Parse(JObject item, Dictionary<string, JProperty> members)
    {
        var subjects = members.Values.Where(member => ConditionKeywords.IsSubject(member.Name)).ToList();
        var operators = members.Values.Where(member => OperatorNames.TryParse(member.Name, out _)).ToList();
        ReportUnknown(members.Values.Except(subjects).Except(operators));
        ReportCount(item, subjects, DiagnosticCatalog.SubjectMissing, DiagnosticCatalog.SubjectRepeated);
        ReportCount(item, operators, DiagnosticCatalog.OperatorMissing, DiagnosticCatalog.OperatorRepeated);
        var subject = subjects.Count > 0 ? ParseSubject(subjects[0]) : null;
        if (subject is null || members.Count != 2 || operators.Count != 1 || !OperatorNames.TryParse(operators[0].Name, out var used)) return null;
        return new LeafCondition(subject, used, OperandOf(operators[0]), document.At(item));
    }

    private void ReportUnknown(IEnumerable<JProperty> members)
    {
        foreach (var member in members)
        {
            var nearest = NearestName.Find(member.Name, [.. ConditionKeywords.Logical, .. ConditionKeywords.Subjects, .. OperatorNames.All]);
            document.Report(DiagnosticCatalog.UnknownConditionKey(document.At(member), member.Name, nearest));
        }
    }

    private void ReportCount(JObject item, List<JProperty> found, Func<SourceLocation, Diagnostic> missing, Func<SourceLocation, string, string, Diagnostic> repeated)
    {
        if (found.Count == 0) document.Report(missing(document.At(item)));
        foreach (var extra in found.Skip(1)) document.Report(repeated(document.At(extra), found[0].Name, extra.Name));
    }

    private Subject? ParseSubject(JProperty member) => member.Name.ToUpperInvariant() switch
    {
        "FIELD" => FieldText(member, "'field'") is { } field ? new FieldSubject(field) : null,
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
        if (field is null) return value is null ? null : new ValueCountSubject(OperandOf(value), nameText, where);
        return FieldText(field, "'count.field'") is { } text ? new FieldCountSubject(text, where) : null;
    }

    private Condition? ParseWhere(JProperty? member)
    {
        if (member is null) return null;
        counts++;
        var where = conditions.Parse(member.Value);
        counts--;
        return where;
    }

    private string? FieldText(JProperty member, string what)
    {
        if (document.Text(member.Value, what) is not { } text) return null;
        expressions.Check(member.Value, counts);
        return text;
    }

    private Operand OperandOf(JProperty member)
    {
        expressions.Check(member.Value, counts);
        return new(PolicyValueReader.FromToken(member.Value));
    }
}
