using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Framework;

/// <summary>A condition in its place.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Token">The object it was written as.</param>
/// <param name="Parents">The conditions around it, the nearest first; those around a count of whose <c>where</c> it is part included.</param>
/// <param name="IsInExistenceCondition">Whether it is about related resources rather than the resource itself.</param>
/// <param name="IsInCount">Whether it is part of the <c>where</c> of a count.</param>
public sealed record ConditionNode(Condition Condition, JObject Token, ImmutableArray<ConditionNode> Parents, bool IsInExistenceCondition, bool IsInCount)
{
    /// <summary>Whether it stands below an odd number of <c>not</c>.</summary>
    public bool IsNegated => Parents.Count(parent => parent.Condition is NotCondition) % 2 == 1;

    /// <summary>The property of the token with a name, in any case; null when there is none.</summary>
    public JProperty? Property(string name) => Token.Property(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The property that holds the operator of a leaf; null for what is no leaf.</summary>
    public JProperty? OperatorProperty => Condition is LeafCondition leaf ? Property(OperatorNames.Name(leaf.Operator)) : null;

    /// <summary>The most telling token of a leaf: its operator's value; of anything else the object.</summary>
    public JToken Focus => OperatorProperty?.Value ?? Token;
}
