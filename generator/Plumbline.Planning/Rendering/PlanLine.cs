namespace Plumbline.Planning.Rendering;

/// <summary>One line of a rendering.</summary>
/// <param name="Style">What it is.</param>
/// <param name="Indent">How many blanks stand before it.</param>
/// <param name="Text">The line without indentation and line end; may hold text from documents and the endpoint, so encode it for a terminal.</param>
public sealed record PlanLine(PlanLineStyle Style, int Indent, string Text)
{
    /// <summary>A line without text.</summary>
    internal static PlanLine Empty { get; } = new(PlanLineStyle.Plain, 0, string.Empty);

    /// <summary>The whole line.</summary>
    public override string ToString() => Text.Length == 0 ? string.Empty : new string(' ', Indent) + Text;
}
