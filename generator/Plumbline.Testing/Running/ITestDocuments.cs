using Plumbline.Policy.Diagnostics;

namespace Plumbline.Testing.Running;

/// <summary>Finds the documents that tests name. Called by several threads at once.</summary>
public interface ITestDocuments
{
    /// <summary>The text of a file.</summary>
    /// <param name="path">The path, relative to the folder of <paramref name="from"/>.</param>
    /// <param name="from">The file that names it.</param>
    ParseResult<SourceText> Read(string path, string from);

    /// <summary>The text of the definition of this name or id: a built-in, or one beside the initiative <paramref name="from"/>; null when there is none.</summary>
    /// <param name="id">A name, or an id that ends in one.</param>
    /// <param name="from">The file that names it.</param>
    SourceText? Definition(string id, string from);
}
