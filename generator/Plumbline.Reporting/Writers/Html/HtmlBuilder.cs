using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Plumbline.Reporting.Writers.Html;

/// <summary>Builds HTML. Tags and attribute names are this program's literals; text and attribute values are encoded here and nowhere else.</summary>
public sealed class HtmlBuilder
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder html = new();

    /// <summary>Opens an element; disposing the result closes it.</summary>
    /// <param name="attributes">A null value leaves the attribute out.</param>
    public OpenElement Element(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(tag, attributes);
        return new(this, tag);
    }

    /// <summary>An element that holds text only.</summary>
    public void Leaf(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(tag, attributes);
        Text(text);
        html.Append("</").Append(tag).Append('>');
    }

    /// <summary>An element without content, such as <c>meta</c>.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(tag, attributes);

    /// <summary>Text.</summary>
    public void Text(string text) => html.Append(Encoder.Encode(text));

    /// <summary>One of this program's own files, as it is.</summary>
    internal void Asset(HtmlAsset asset) => html.Append(asset.Text);

    /// <summary>The document type and a line end.</summary>
    public void DocumentType() => html.Append("<!DOCTYPE html>\n");

    /// <summary>A line end between blocks: keeps the file readable and its lines short enough for tools.</summary>
    public void Line() => html.Append('\n');

    /// <inheritdoc />
    public override string ToString() => html.ToString();

    private void Start(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null) html.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        }

        html.Append('>');
    }

    /// <summary>An element whose content is being written.</summary>
    public readonly ref struct OpenElement(HtmlBuilder builder, string tag)
    {
        /// <summary>Closes the element.</summary>
        public void Dispose() => builder.html.Append("</").Append(tag).Append('>');
    }
}
