using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>The details of <c>manual</c>.</summary>
/// <param name="DefaultState">The compliance state until somebody attests: <c>Compliant</c>, <c>NonCompliant</c> or <c>Unknown</c> (the default); null when absent.</param>
public sealed record ManualDetails(PolicyValue? DefaultState) : EffectDetails;
