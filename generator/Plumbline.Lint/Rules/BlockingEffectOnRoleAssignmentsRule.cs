using System.IO.Enumeration;
using Plumbline.Lint.Fields;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Who denies role assignments may not be able to let anybody back in.</summary>
public sealed class BlockingEffectOnRoleAssignmentsRule() : LintRule("blocking-effect-on-role-assignments", LintSeverity.Warning, "Role assignments can be denied")
{
    private static readonly string[] Types = ["Microsoft.Authorization/roleAssignments", "Microsoft.Authorization/roleAssignmentScheduleRequests"];

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        EffectParameter.EffectToken(subject) is { } effect && CanDeny(subject) && subject.Conditions.SelectMany(Blocked).FirstOrDefault() is { } type
            ? [Finding(subject.At(effect), $"the effect can deny '{type}': a mistake in the rule locks out those who would repair it", "use 'audit', and keep a way to recover")]
            : [];

    private static bool CanDeny(LintSubject subject) => EffectParameter.Literal(subject) is { } literal
        ? IsDeny(literal)
        : EffectParameter.Of(subject) is { } parameter && (parameter.AllowedValues is null or { Count: 0 } || parameter.AllowedEffects.Any(IsDeny));

    private static bool IsDeny(string effect) => string.Equals(effect, "deny", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Blocked(ConditionNode node) => !node.IsNegated && !node.IsInExistenceCondition && node.Condition is LeafCondition leaf && IsOnType(leaf)
        ? Types.Where(type => ComparisonJudgement.Literals(leaf.Operand.Literal).OfType<TextValue>().Any(text => Holds(leaf.Operator, text.Value, type)))
        : [];

    private static bool IsOnType(LeafCondition leaf) => leaf.Subject is FieldSubject { Field: var field } && string.Equals(field, "type", StringComparison.OrdinalIgnoreCase);

    // '?' and '\' mean something to the file system's patterns only, and are in no type.
    private static bool Holds(Operator used, string text, string type) => used switch
    {
        Operator.Equals or Operator.In => string.Equals(text, type, StringComparison.OrdinalIgnoreCase),
        Operator.Like => text.AsSpan().IndexOfAny('?', '\\') < 0 && FileSystemName.MatchesSimpleExpression(text, type),
        _ => false,
    };
}
