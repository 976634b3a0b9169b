using System.Globalization;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Plumbline.Generation.Output;

/// <summary>The difference of two texts, by lines.</summary>
/// <param name="FirstLine">The first line of the old text that is changed, or before which something is added.</param>
/// <param name="Text">Hunks as in a unified diff: <c>-</c> old, <c>+</c> new, three unchanged lines around.</param>
internal sealed record LineDifference(int FirstLine, string Text)
{
    private const int Context = 3;

    public static LineDifference Between(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var changed = lines.Select(line => line.Type != ChangeType.Unchanged).ToList();
        var text = new StringBuilder();
        var oldLine = 0;
        var firstLine = 0;
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Type != ChangeType.Inserted) oldLine++;
            if (changed[index] && firstLine == 0) firstLine = Math.Max(oldLine, 1);
            if (!IsNear(changed, index)) continue;
            if (index == 0 || !IsNear(changed, index - 1)) text.Append(CultureInfo.InvariantCulture, $"@@ line {Math.Max(oldLine, 1)} @@\n");
            text.Append(Sign(lines[index].Type)).Append(lines[index].Text).Append('\n');
        }

        return new LineDifference(Math.Max(firstLine, 1), text.ToString());
    }

    private static bool IsNear(List<bool> changed, int index) =>
        changed.Skip(index - Context).Take(2 * Context + 1 + Math.Min(index - Context, 0)).Contains(true);

    private static char Sign(ChangeType type) => type switch
    {
        ChangeType.Inserted => '+',
        ChangeType.Deleted => '-',
        _ => ' ',
    };
}
