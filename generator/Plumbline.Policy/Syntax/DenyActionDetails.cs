using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>The details of <c>denyAction</c>.</summary>
/// <param name="ActionNames">The actions that are refused: an array (Azure knows <c>delete</c>), or an expression for one; null when absent.</param>
/// <param name="CascadeBehaviors">What happens when a parent is deleted: an object such as <c>{ "resourceGroup": "deny" }</c>; null when absent.</param>
public sealed record DenyActionDetails(PolicyValue? ActionNames, PolicyValue? CascadeBehaviors) : EffectDetails;
