using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Json;

/// <summary>Writes every JSON document the product commits: the same document gives the same bytes on every machine.</summary>
public static class CanonicalJsonWriter
{
    /// <summary>The document with two spaces of indentation, LF, a final newline and the keys in the order given.</summary>
    public static string Write(JToken document)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = new JsonTextWriter(text) { CloseOutput = false, Formatting = Formatting.Indented, Indentation = 2, IndentChar = ' ' })
            document.WriteTo(writer);
        text.Write('\n');
        return text.ToString();
    }
}
