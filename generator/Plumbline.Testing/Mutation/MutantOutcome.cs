namespace Plumbline.Testing.Mutation;

/// <summary>What becomes of a mutant.</summary>
public enum MutantOutcome
{
    /// <summary>A test gives another result.</summary>
    Killed,

    /// <summary>Every test gives the same result.</summary>
    Survived,

    /// <summary>It means the same as the definition, so that it does not count.</summary>
    Equivalent,
}
