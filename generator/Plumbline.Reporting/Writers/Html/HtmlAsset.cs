using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Reporting.Writers.Html;

/// <summary>A file of this project that becomes part of every report.</summary>
internal sealed class HtmlAsset
{
    private HtmlAsset(string text) => Text = text;

    /// <summary>The style sheet.</summary>
    public static HtmlAsset Style { get; } = Read("theme.css", "controls.css", "report.css");

    /// <summary>The script. The report is complete without it; it filters, sorts and switches the theme.</summary>
    public static HtmlAsset Script { get; } = Read("theme.js", "report.js");

    /// <summary>The shapes of the statuses, as SVG symbols.</summary>
    public static HtmlAsset Shapes { get; } = Read("report.svg");

    /// <summary>The content.</summary>
    public string Text { get; }

    /// <summary>The source expression that lets a content security policy admit exactly this text, such as <c>'sha256-...'</c>.</summary>
    public string PolicySource => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    private static HtmlAsset Read(params ReadOnlySpan<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
        {
            using var stream = typeof(HtmlAsset).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text.Append(reader.ReadToEnd());
        }

        // An HTML parser reads CR LF as LF, and the hash is over what it reads.
        return new(text.ToString().ReplaceLineEndings("\n"));
    }
}
