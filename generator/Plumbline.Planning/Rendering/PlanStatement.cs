namespace Plumbline.Planning.Rendering;

/// <summary>One sentence of what a plan means. The verb comes first.</summary>
/// <param name="Style">How it is to be taken.</param>
/// <param name="Verb">The first words, such as <c>Deletes</c>.</param>
/// <param name="Rest">The rest of the sentence, with its full stop; may hold text from documents and the endpoint.</param>
internal sealed record PlanStatement(PlanLineStyle Style, string Verb, string Rest)
{
    /// <summary>Whether a reviewer must not miss it.</summary>
    public bool TakesAway => Style == PlanLineStyle.Delete;
}
