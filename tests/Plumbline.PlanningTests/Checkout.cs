using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests;

/// <summary>The documents of this checkout.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static PolicyDocuments Documents { get; } = new(Read("definitions"), Read("initiative"), Read("generator/catalog/builtins"));

    private static ImmutableArray<PolicyDocument> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.json", SearchOption.AllDirectories)
            .Select(file => (File: Path.GetRelativePath(Root, file).Replace('\\', '/'), Body: Estate.Json(File.ReadAllText(file))))
            .OrderBy(one => one.File, StringComparer.Ordinal)
            .Select(one => new PolicyDocument(one.Body["name"] is TextValue name ? name.Value : one.File, one.Body, new SourceLocation(one.File))),
    ];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plumbline.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of a checkout.");
    }
}
