namespace Plumbline.Policy.Evaluation;

/// <summary>A step in the tree of all paths that a program reads from the root of a resource. What it leads to is looked up once a resource.</summary>
/// <param name="Parent">The step before, or null for the first.</param>
/// <param name="Step">The step.</param>
/// <param name="Slot">Where a frame keeps what the step leads to.</param>
internal sealed record PathNode(PathNode? Parent, PathStep Step, int Slot);
