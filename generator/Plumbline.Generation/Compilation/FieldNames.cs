using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Generation.Compilation;

/// <summary>Turns the short field names of a catalog into those of Azure Policy.</summary>
public static class FieldNames
{
    private const string Member = "[*]";

    // The fields every resource has, from "Azure Policy definition structure: policy rule, fields".
    private static readonly ImmutableArray<string> BuiltIn = ["type", "name", "kind", "location", "fullName", "id", "tags", "identity", "apiVersion"];

    /// <summary>Whether <paramref name="field"/> is no alias: a field every resource has, a tag, or a template expression.</summary>
    public static bool IsBuiltIn(string field)
    {
        if (field.StartsWith('[') && !IsMember(field)) return true;
        var end = field.IndexOfAny(['.', '[']);
        return BuiltIn.Contains(end < 0 ? field : field[..end], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether <paramref name="field"/> is <c>[*]</c> or starts with it: the member of the array in <c>forEach</c>.</summary>
    public static bool IsMember(string field) =>
        string.Equals(field, Member, StringComparison.Ordinal) || field.StartsWith("[*].", StringComparison.Ordinal);

    /// <summary>The full name of <paramref name="field"/>.</summary>
    /// <param name="type">The resource type that short aliases belong to.</param>
    /// <param name="array">The full array alias that <c>[*]</c> stands for, or null outside <c>forEach</c>.</param>
    public static string Expand(string field, string type, string? array = null)
    {
        if (IsMember(field)) return array is null ? field : array + field[Member.Length..];
        return IsBuiltIn(field) || field.Contains('/', StringComparison.Ordinal) ? field : $"{type}/{field}";
    }

    /// <summary>The condition with all its field names expanded.</summary>
    public static Condition Expand(Condition condition, string type, string? array = null) =>
        Rewrite(condition, field => Expand(field, type, array));

    private static Condition Rewrite(Condition condition, Func<string, string> name) => condition switch
    {
        AllOfCondition all => all with { Operands = [.. all.Operands.Select(operand => Rewrite(operand, name))] },
        AnyOfCondition any => any with { Operands = [.. any.Operands.Select(operand => Rewrite(operand, name))] },
        NotCondition not => not with { Operand = Rewrite(not.Operand, name) },
        LeafCondition leaf => leaf with { Subject = Rewrite(leaf.Subject, name) },
        _ => condition,
    };

    private static Subject Rewrite(Subject subject, Func<string, string> name) => subject switch
    {
        FieldSubject field => new FieldSubject(name(field.Field)),
        FieldCountSubject count => new FieldCountSubject(name(count.Field), count.Where is null ? null : Rewrite(count.Where, name)),
        ValueCountSubject count => count with { Where = count.Where is null ? null : Rewrite(count.Where, name) },
        _ => subject,
    };
}
