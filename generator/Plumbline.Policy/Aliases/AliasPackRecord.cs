namespace Plumbline.Policy.Aliases;

/// <summary>Where the aliases under one resource type stand in the pack.</summary>
/// <param name="Name">The resource type, or the namespace for names that types share.</param>
/// <param name="Owner">The resource type whose list holds them.</param>
/// <param name="IsDerived">Whether they come from the type's schema.</param>
/// <param name="Block">The number of the block.</param>
/// <param name="Start">The offset in the decompressed block.</param>
/// <param name="Count">How many aliases there are.</param>
/// <param name="Lengths">The bytes of the first stream: for each name how many characters it shares with the one before, and how many follow.</param>
/// <param name="Text">The bytes of the second stream: the characters that follow, and paths that are not like their names.</param>
/// <param name="Steps">The bytes of the third stream: how the path follows from the name, a byte for each segment.</param>
internal sealed record AliasPackRecord(string Name, string Owner, bool IsDerived, int Block, int Start, int Count, int Lengths, int Text, int Steps)
{
    /// <summary>The bytes of all three streams.</summary>
    public int Size => Lengths + Text + Steps;
}
