
namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Which resources a definition applies to, whether they comply or not. Azure looks at the conditions on <c>type</c>, <c>name</c> and <c>kind</c> and
/// takes every other one as satisfied; when there is no other one, only <c>type</c> decides.
/// </summary>
internal sealed class Applicability
{
    private const string Subscription = "Microsoft.Resources/subscriptions";

    private readonly CompiledCondition condition;
    private readonly bool readsLocation;
    private readonly bool onlyTypeDecides;

    public Applicability(CompiledCondition condition, bool readsLocation)
    {
        this.condition = condition;
        this.readsLocation = readsLocation;
        onlyTypeDecides = !Leaves(condition).Any(leaf => FieldOf(leaf) is not ("TYPE" or "NAME" or "KIND"));
    }

    /// <summary>Whether the definition applies; null when an expression failed.</summary>
    public bool? Applies(EvaluationRun run)
    {
        var type = ResourceIdentity.Text(run.Input.Resource, "type") ?? "";
        var isSubscription = string.Equals(type, Subscription, StringComparison.OrdinalIgnoreCase);
        if (isSubscription && readsLocation) return false;
        if (IsUnevaluatedType(type)) return false;
        return Satisfies(condition, isNegated: false, new ConditionEvaluator(run), new EvaluationScope(run, run.Input.Resource));
    }

    // Of the resources of Microsoft.Resources only subscriptions and resource groups are evaluated.
    private static bool IsUnevaluatedType(string type) =>
        type.StartsWith("Microsoft.Resources/", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(type, Subscription, StringComparison.OrdinalIgnoreCase)
        && !type.EndsWith("/resourceGroups", StringComparison.OrdinalIgnoreCase);

    private bool? Satisfies(CompiledCondition node, bool isNegated, ConditionEvaluator evaluator, EvaluationScope scope) => node switch
    {
        CompiledNot not => !Satisfies(not.Operand, !isNegated, evaluator, scope),
        CompiledJunction junction => SatisfiesJunction(junction, isNegated, evaluator, scope),
        CompiledLeaf leaf => Decides(leaf) ? evaluator.Evaluate(leaf, scope)?.Result : !isNegated,
        _ => throw new ArgumentException($"Unknown condition '{node.GetType().Name}'.", nameof(node)),
    };

    private bool? SatisfiesJunction(CompiledJunction junction, bool isNegated, ConditionEvaluator evaluator, EvaluationScope scope)
    {
        if (junction.Operands.IsEmpty) return !isNegated;
        foreach (var operand in junction.Operands)
        {
            var result = Satisfies(operand, isNegated, evaluator, scope);
            if (result != junction.IsAll) return result;
        }

        return junction.IsAll;
    }

    private bool Decides(CompiledLeaf leaf) => FieldOf(leaf) is { } field && (field == "TYPE" || (!onlyTypeDecides && field is "NAME" or "KIND"));

    private static string? FieldOf(CompiledLeaf leaf) => leaf.Subject is CompiledField field ? field.Field.Name.ToUpperInvariant() : null;

    private static IEnumerable<CompiledLeaf> Leaves(CompiledCondition node) => node switch
    {
        CompiledLeaf leaf => [leaf],
        CompiledNot not => Leaves(not.Operand),
        CompiledJunction junction => junction.Operands.SelectMany(Leaves),
        _ => [],
    };
}
