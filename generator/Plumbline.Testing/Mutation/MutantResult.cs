namespace Plumbline.Testing.Mutation;

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="KilledBy">The name of the first test that noticed it, or null.</param>
/// <param name="Proposal">A test in YAML that would notice it, as an item of <c>tests</c>; null when none was found.</param>
public sealed record MutantResult(Mutant Mutant, MutantOutcome Outcome, string? KilledBy, string? Proposal);
