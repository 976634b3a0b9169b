namespace Plumbline.Policy.Aliases;

/// <summary>The bytes of an embedded file of this folder.</summary>
internal static class EmbeddedPack
{
    /// <summary>Reads it whole.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedPack).Assembly.GetManifestResourceStream($"Plumbline.Policy.Aliases.{name}")
            ?? throw new InvalidOperationException($"'{name}' is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
