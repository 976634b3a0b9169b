using System.Collections.Immutable;
using System.Text;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Which resources a definition applies to, whether they comply or not. Azure looks at the conditions on <c>type</c>, <c>name</c> and <c>kind</c> and
/// takes every other one as satisfied; when there is no other one, only <c>type</c> decides.
/// </summary>
internal sealed class Applicability
{
    private readonly CompiledCondition? deciding;
    private readonly bool readsLocation;
    private readonly bool onlyTypeDecides;

    public Applicability(CompiledCondition condition, bool readsLocation)
    {
        this.readsLocation = readsLocation;
        onlyTypeDecides = !Leaves(condition).Any(leaf => KindOf(leaf) is not (FieldKind.Type or FieldKind.Name or FieldKind.Kind));
        deciding = Reduced(condition, isNegated: false);
        Types = RequiredTypes(deciding);
    }

    /// <summary>The only types the definition can apply to; null when it is not limited to some.</summary>
    public ImmutableArray<string>? Types { get; }

    /// <summary>The condition that decides whether the definition applies; null when it applies to every resource.</summary>
    public CompiledCondition? Deciding => deciding;

    /// <summary>Whether the definition applies; false also when an expression failed, for the reason in the run.</summary>
    public bool Applies(EvaluationFrame frame)
    {
        var type = frame.TypeText;
        if (type.Length > ResourcesNamespace.Prefix.Length && Ascii.EqualsIgnoreCase(type[..ResourcesNamespace.Prefix.Length], ResourcesNamespace.Prefix))
        {
            var name = Encoding.UTF8.GetString(type);
            if (ResourcesNamespace.IsSubscription(name) && readsLocation) return false;
            if (!ResourcesNamespace.IsSubscription(name) && !ResourcesNamespace.IsResourceGroup(name)) return false;
        }

        if (deciding is null) return true;
        var (run, explanation) = (frame.Run, frame.Run.Explanation);
        run.Explanation = null;
        var applies = deciding.Evaluate(frame) == Truth.True;
        run.Explanation = explanation;
        return applies;
    }

    // The condition with every leaf that does not decide taken as satisfied, negated or not; null when nothing decides.
    private CompiledCondition? Reduced(CompiledCondition node, bool isNegated) => node switch
    {
        CompiledNot not => Reduced(not.Operand, !isNegated) is { } operand ? new CompiledNot(not.Source, operand) : null,
        CompiledJunction junction => ReducedJunction(junction, isNegated),
        CompiledLeaf leaf => KindOf(leaf) is FieldKind.Type || (!onlyTypeDecides && KindOf(leaf) is FieldKind.Name or FieldKind.Kind) ? leaf : null,
        _ => throw new ArgumentException($"Unknown condition '{node.GetType().Name}'.", nameof(node)),
    };

    // One satisfied operand satisfies an anyOf, and a negated allOf.
    private CompiledCondition? ReducedJunction(CompiledJunction junction, bool isNegated)
    {
        var operands = junction.Operands.Select(operand => Reduced(operand, isNegated)).ToList();
        return junction.IsAll == isNegated && operands.Contains(null) ? null : Join(junction, [.. operands.OfType<CompiledCondition>()]);
    }

    private static CompiledCondition? Join(CompiledJunction junction, ImmutableArray<CompiledCondition> operands) =>
        operands.Length switch
        {
            0 => null,
            1 => operands[0],
            _ => new CompiledJunction(junction.Source, junction.IsAll, operands),
        };

    private static ImmutableArray<string>? RequiredTypes(CompiledCondition? node) => node switch
    {
        CompiledLeaf { Operator: Operator.Equals, Target: TextValue type } leaf when KindOf(leaf) == FieldKind.Type => [type.Value],
        CompiledLeaf { Operator: Operator.In, Target: ArrayValue types } leaf when KindOf(leaf) == FieldKind.Type && types.Items.All(item => item is TextValue) =>
            [.. types.Items.Cast<TextValue>().Select(item => item.Value)],
        CompiledJunction { IsAll: true } junction => junction.Operands.Select(RequiredTypes).FirstOrDefault(types => types is not null),
        CompiledJunction junction => junction.Operands.Select(RequiredTypes).ToList() is var all && all.Exists(types => types is null)
            ? null
            : [.. all.SelectMany(types => types ?? []).Distinct(StringComparer.OrdinalIgnoreCase)],
        _ => null,
    };

    private static FieldKind KindOf(CompiledLeaf leaf) => leaf.Subject is CompiledField field ? field.Field.Kind : FieldKind.Other;

    private static IEnumerable<CompiledLeaf> Leaves(CompiledCondition node) => node switch
    {
        CompiledLeaf leaf => [leaf],
        CompiledNot not => Leaves(not.Operand),
        CompiledJunction junction => junction.Operands.SelectMany(Leaves),
        _ => [],
    };
}
