using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Templates;

namespace Plumbline.Scan.Bicep;

/// <summary>The place of a resource in a Bicep file.</summary>
/// <param name="File">The file.</param>
/// <param name="Declaration">The declaration.</param>
internal sealed record BicepOrigin(string File, BicepDeclaration Declaration) : ResourceOrigin(new SourceLocation(File, Declaration.Span, Declaration.Symbol))
{
    // As far as the file goes: below an expression nothing is written.
    public override SourceLocation PropertyAt(string path)
    {
        var (value, span) = (Declaration.Body, Declaration.Span);
        foreach (var (name, position) in PropertyPath.Parse(path))
        {
            if (value is null || Next(value, name, position) is not var (next, at)) break;
            (value, span) = (next, at);
        }

        return Location with { Span = span };
    }

    private static (BicepValue Value, TextSpan Span)? Next(BicepValue value, string? name, int position)
    {
        if (name is not null)
        {
            return value.Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found ? (found.Value, found.Span) : null;
        }

        var index = value.IsLoop ? 0 : position;
        return index >= 0 && index < value.Items.Length ? (value.Items[index].Value, value.Items[index].Span) : null;
    }
}
