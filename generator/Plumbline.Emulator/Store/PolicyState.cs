using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Store;

/// <summary>The verdict of one assigned policy on one resource: what cannot be read from the documents again. All else of a record is made when it is asked for.</summary>
/// <param name="Member">The policy, shared by all its records.</param>
/// <param name="State">The state.</param>
/// <param name="Effect">The effect after parameters and overrides.</param>
internal readonly record struct PolicyState(AssignedMember Member, ComplianceState State, string Effect);
