using System.Globalization;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Testing.Coverage;

namespace Plumbline.Testing.Mutation;

/// <summary>Leaves in normal form: <c>subject operator operand</c>, the parts separated by a character that texts do not have.</summary>
internal static class NormalLeaf
{
    public const string True = "true";

    public const string False = "false";

    private const char Separator = '\u0005';

    private const string FieldPrefix = "field ";

    /// <summary>The form of a leaf.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="isNegated">Whether a <c>not</c> is around it.</param>
    /// <param name="counted">The array that is counted around it, or null: its <c>[*]</c> means one member there.</param>
    public static string Of(LeafCondition leaf, bool isNegated, string? counted)
    {
        if (leaf.Subject is FieldCountSubject or ValueCountSubject && leaf.Operand.Literal is IntegerValue { Value: var number } && Count(leaf, number, isNegated) is { } count) return count;
        var subject = Subject(leaf.Subject);
        var isExact = !IsMany(leaf.Subject, counted);
        var (used, operand) = Spelled(leaf.Operator, leaf.Operand.Literal, isNegated && isExact, out var isTurned);
        return Join(isNegated && !isTurned ? "!" : "", subject, OperatorNames.Name(used), operand);
    }

    /// <summary>
    /// What is of no account in a junction beside a leaf: that the property exists, and those around it, beside one that is equal to something or exists;
    /// and the opposite in an <c>anyOf</c>. A missing property is equal to the empty text, so beside that it is the other way round.
    /// </summary>
    /// <param name="form">The form of the leaf.</param>
    /// <param name="isAll">Whether it is an <c>allOf</c>.</param>
    /// <param name="counted">The array that is counted around it, or null.</param>
    public static string[] Implied(string form, bool isAll, string? counted)
    {
        var parts = form.Split(Separator);
        if (parts.Length != 4 || parts[0].Length > 0 || !parts[1].StartsWith(FieldPrefix, StringComparison.Ordinal) || parts[3] is "null" || parts[3].Contains('[', StringComparison.Ordinal)) return [];
        var field = parts[1][FieldPrefix.Length..];
        if (IsMany(field, counted)) return [];
        IEnumerable<string> settled = SettlesExistence(parts[2], parts[3], isAll) ? [field, .. Around(field)] : parts[2] == "exists" && parts[3] == (isAll ? True : False) ? Around(field) : [];
        return [.. settled.Where(item => !IsMany(item, counted)).Select(item => Join("", FieldPrefix + item, "exists", isAll ? True : False))];
    }

    // Whether a condition cannot hold of a missing property (in an allOf), or must hold of one (in an anyOf).
    private static bool SettlesExistence(string used, string operand, bool isAll)
    {
        if (operand == "\"\"" && used is not ("equals" or "notEquals")) return false;
        return isAll == (operand != "\"\"") ? used is "equals" or "like" or "contains" : used is "notEquals" or "notLike" or "notContains";
    }

    // The properties that a property is part of: a missing one has none. What stands before the last slash is the resource type.
    private static IEnumerable<string> Around(string field)
    {
        for (var end = field.LastIndexOf('.'); end > field.LastIndexOf('/'); end = field.LastIndexOf('.', end - 1)) yield return field[..end];
    }

    // A count is an integer that is not below zero: every comparison is "at least", or the negation of one.
    private static string? Count(LeafCondition leaf, long number, bool isNegated)
    {
        if (number is < 0 or > int.MaxValue) return null;
        (long Least, bool IsNegated)? form = leaf.Operator switch
        {
            Operator.GreaterOrEquals => (number, false),
            Operator.Greater => (number + 1, false),
            Operator.Less => (number, true),
            Operator.LessOrEquals => (number + 1, true),
            Operator.Equals when number == 0 => (1, true),
            Operator.NotEquals when number == 0 => (1, false),
            _ => null,
        };
        if (form is not var (least, isTurned)) return null;
        var isOpposite = isNegated != isTurned;
        if (least == 0) return isOpposite ? False : True;
        return Join(isOpposite ? "!" : "", Subject(leaf.Subject), "atLeast", least.ToString(CultureInfo.InvariantCulture));
    }

    private static (Operator Used, string Operand) Spelled(Operator used, PolicyValue literal, bool isNegated, out bool isTurned)
    {
        isTurned = false;
        if (used == Operator.Exists && Truth(literal) is { } exists)
        {
            isTurned = isNegated;
            return (used, exists != isNegated ? True : False);
        }

        // A missing property is equal to the empty text, and neither in a list that has it nor like it.
        if (literal is ArrayValue { Items: [TextValue { Value.Length: > 0 } or IntegerValue] } && used is Operator.In or Operator.NotIn)
            (used, literal) = (used == Operator.In ? Operator.Equals : Operator.NotEquals, ((ArrayValue)literal).Items[0]);
        if (literal is TextValue { Value: { Length: > 0 } text } && !text.Contains('*', StringComparison.Ordinal) && !text.StartsWith('['))
            used = used == Operator.Like ? Operator.Equals : used == Operator.NotLike ? Operator.NotEquals : used;
        if (isNegated && OperatorComplements.Exact(used) is { } complement) (used, isTurned) = (complement, true);
        return (used, Literal(used, literal));
    }

    private static string Literal(Operator used, PolicyValue literal)
    {
        var ignoresCase = used is not (Operator.Match or Operator.NotMatch);
        if (literal is ArrayValue list && used is Operator.In or Operator.NotIn)
            return string.Join(',', ((ArrayValue)literal).Items.Select(item => Literal(used, item)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        if (literal is BooleanValue { Value: var truth }) return truth ? "\"true\"" : "\"false\"";
        var text = PolicyValueWriter.ToCompactJson(literal);
        return ignoresCase && literal is TextValue { Value: var value } && !value.StartsWith('[') ? text.ToLowerInvariant() : text;
    }

    private static bool? Truth(PolicyValue literal) => literal switch
    {
        BooleanValue { Value: var truth } => truth,
        TextValue { Value: var text } when bool.TryParse(text, out var truth) => truth,
        _ => null,
    };

    private static string Subject(Subject subject) => subject switch
    {
        FieldSubject field => FieldPrefix + field.Field.ToLowerInvariant(),
        ValueSubject value => $"value {PolicyValueWriter.ToCompactJson(value.Value.Literal)}",
        FieldCountSubject count => $"count {count.Field.ToLowerInvariant()} {Where(subject, count.Field)}",
        ValueCountSubject count => $"count {PolicyValueWriter.ToCompactJson(count.Value.Literal)} {count.Name} {Where(subject, null)}",
        _ => throw new ArgumentException($"Unknown subject '{subject.GetType().Name}'.", nameof(subject)),
    };

    private static string Where(Subject subject, string? counted) =>
        RuleLeaves.Where(subject) is { } where && NormalForm.Of(where, isNegated: false, counted) is var form && form != True
            ? $"({form.Replace('\u0001', '\u0006').Replace('\u0002', '\u0007').Replace(Separator, '\u0008')})" : "";

    // A condition on all members of an array is not the negation of the opposite condition on all of them.
    private static bool IsMany(Subject subject, string? counted) => subject is FieldSubject { Field: var field } && IsMany(field, counted);

    private static bool IsMany(string field, string? counted)
    {
        var rest = counted is not null && field.StartsWith(counted, StringComparison.OrdinalIgnoreCase) ? field[counted.Length..] : field;
        return rest.Contains("[*]", StringComparison.Ordinal);
    }

    private static string Join(params ReadOnlySpan<string> parts) => string.Join(Separator, parts);
}
