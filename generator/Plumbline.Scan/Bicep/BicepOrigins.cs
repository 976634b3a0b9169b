using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Templates;

namespace Plumbline.Scan.Bicep;

/// <summary>Finds the declarations in Bicep files that the resources of a compiled template came from, modules included.</summary>
/// <param name="root">The file that was compiled.</param>
/// <param name="readFile">Reads a module by the path as the user would name it; null when there is no such file.</param>
public sealed class BicepOrigins(SourceText root, Func<string, SourceText?> readFile)
{
    private readonly Dictionary<string, BicepFile?> files = new(StringComparer.Ordinal) { [root.File] = BicepFile.Read(root) };

    /// <summary>Where a resource was declared: its declaration; that of the module when the module is no file; the file when nothing is known.</summary>
    public ResourceOrigin Of(TemplateResource? resource) =>
        resource is not null && Find(resource) is var (file, declaration) ? new BicepOrigin(file.File, declaration) : new ResourceOrigin(new SourceLocation(root.File, new TextSpan(1, 1)));

    private (BicepFile File, BicepDeclaration Declaration)? Find(TemplateResource resource)
    {
        if (resource.Deployment is not { } deployment) return files[root.File] is { } top ? In(top, resource) : null;
        if (Find(deployment) is not var (file, module)) return null;
        if (module.ModulePath is not { } path || !BicepFile.IsLocal(path)) return (file, module);
        return FileOf(file.Resolve(path)) is { } inner && In(inner, resource) is { } found ? found : (file, module);
    }

    private static (BicepFile, BicepDeclaration)? In(BicepFile file, TemplateResource resource)
    {
        var declaration = resource.Symbol is { } symbol ? file.Declarations.FirstOrDefault(item => item.Symbol == symbol) : null;
        declaration ??= file.Declarations.Where(item => string.Equals(item.Type, resource.Type, StringComparison.OrdinalIgnoreCase)).ElementAtOrDefault(resource.Ordinal);
        return declaration is null ? null : (file, declaration);
    }

    private BicepFile? FileOf(string path)
    {
        if (files.TryGetValue(path, out var known)) return known;
        return files[path] = path.EndsWith(".bicep", StringComparison.OrdinalIgnoreCase) && readFile(path) is { } source ? BicepFile.Read(source) : null;
    }
}
