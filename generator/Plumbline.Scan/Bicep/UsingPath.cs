using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Bicep;

/// <summary>What a Bicep parameters file gives values to.</summary>
public static class UsingPath
{
    /// <summary>The path behind <c>using</c> as written; null when there is none.</summary>
    public static string? Of(SourceText source)
    {
        var tokens = BicepLexer.Read(source.Text);
        return Enumerable.Range(0, tokens.Length - 1).Where(index => tokens[index].Is("using") && tokens[index + 1].Kind == BicepTokenKind.Text).Select(index => tokens[index + 1].Text).FirstOrDefault();
    }
}
