using System.Text;

namespace Plumbline.Policy.Values;

/// <summary>A property name in both encodings, so that looking it up in a document of UTF-8 text needs no conversion.</summary>
internal sealed class PropertyName
{
    public PropertyName(string text)
    {
        Text = text;
        Utf8 = Encoding.UTF8.GetBytes(text);
        IsAscii = Ascii.IsValid(text);
    }

    public string Text { get; }

    public byte[] Utf8 { get; }

    /// <summary>Whether the bytes can be compared without regard to case as they are.</summary>
    public bool IsAscii { get; }
}
