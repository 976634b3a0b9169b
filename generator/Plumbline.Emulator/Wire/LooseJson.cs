using System.Text;
using Plumbline.Policy.Json;

namespace Plumbline.Emulator.Wire;

/// <summary>Reads JSON as leniently as ARM does where templates are sent.</summary>
internal static class LooseJson
{
    /// <summary>The same as strict JSON, or null when it is none even so.</summary>
    public static byte[]? ToStrict(ReadOnlySpan<byte> utf8) =>
        LenientJson.ToStrict(Encoding.UTF8.GetString(utf8), Json.MaxDepth) is { } strict ? Encoding.UTF8.GetBytes(strict) : null;
}
