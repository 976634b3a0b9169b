using System.Text;

namespace Plumbline.Benchmarks.Fuzz;

/// <summary>An input: what is run, and the texts it is run on.</summary>
/// <param name="Target">The name of the target.</param>
/// <param name="Parts">Its texts, in the order the target reads them; not always valid UTF-8 or JSON.</param>
internal sealed record FuzzCase(string Target, params byte[][] Parts)
{
    /// <summary>The input of texts that are strings.</summary>
    public static FuzzCase Of(string target, params string[] texts) => new(target, [.. texts.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>A part as a string.</summary>
    public string Text(int part) => Encoding.UTF8.GetString(Parts[part]);

    /// <summary>Writes the parts to files in a folder; answers with their names.</summary>
    public IEnumerable<string> Save(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        foreach (var (part, index) in Parts.Select((part, index) => (part, index)))
        {
            var file = Path.Combine(folder, $"{name}-{Target}-{index}.txt");
            File.WriteAllBytes(file, part);
            yield return file;
        }
    }
}
