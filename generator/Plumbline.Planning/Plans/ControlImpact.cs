namespace Plumbline.Planning.Plans;

/// <summary>What a change would mean for one control; counts are distinct resources.</summary>
/// <param name="Control">The group of the initiative; <c>(none)</c> for policies outside of groups.</param>
/// <param name="Compliant">Compliant afterwards.</param>
/// <param name="NewlyNonCompliant">Non-compliant afterwards and not before.</param>
/// <param name="NewlyCompliant">Compliant afterwards and non-compliant before.</param>
/// <param name="Denied">Would be denied at their next write and were not before.</param>
/// <param name="Modified">Would be modified and would not before.</param>
/// <param name="Deployed">Would get something deployed and would not before.</param>
public sealed record ControlImpact(string Control, int Compliant, int NewlyNonCompliant, int NewlyCompliant, int Denied, int Modified, int Deployed);
