using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Policies;

namespace Plumbline.Cli.Scanning;

/// <summary>Reads the policies of a scan: those that are named, or the initiative of the checkout; and what initiatives may refer to.</summary>
/// <param name="folder">The folder that relative paths start from.</param>
internal sealed class PolicyFiles(string folder)
{
    private readonly ImmutableArray<Diagnostic>.Builder problems = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>What was read.</summary>
    /// <param name="policies">Files, folders, or the names of built-ins that the checkout holds; none for the initiative of the checkout.</param>
    /// <param name="assignment">The file of an assignment, or null.</param>
    public ReadPolicies Read(ImmutableArray<string> policies, string? assignment)
    {
        var workspace = Workspace.Find(folder);
        ImmutableArray<PolicyDocument> others = workspace is null ? []
            : [.. ((string[])["definitions", "generator/catalog/builtins", "initiative"]).SelectMany(part => workspace.ReadAll(part, "*.json")).Select(Parse).OfType<PolicyDocument>()];
        var chosen = ImmutableArray.CreateBuilder<PolicyDocument>();
        if (assignment is not null) chosen.AddRange(Named(assignment, others));
        foreach (var policy in policies) chosen.AddRange(Named(policy, others));
        if (assignment is not null) return new(OnlyAssigned(chosen), [.. others, .. chosen], problems.ToImmutable());
        if (policies.IsEmpty) chosen.AddRange(others.Where(document => document.SetDefinition is not null));
        if (chosen.Count == 0 && problems.Count == 0) problems.Add(DiagnosticCatalog.NoPolicies(new SourceLocation(folder)));
        return new(chosen.ToImmutable(), others, problems.ToImmutable());
    }

    // Beside an assignment, --policy names what it refers to.
    private static ImmutableArray<PolicyDocument> OnlyAssigned(IEnumerable<PolicyDocument> chosen) => [.. chosen.Where(document => document.Assignment is not null)];

    private List<PolicyDocument> Named(string name, ImmutableArray<PolicyDocument> known)
    {
        var path = Path.Combine(folder, name);
        if (Directory.Exists(path)) return InFolder(name, path);
        if (!File.Exists(path) && known.FirstOrDefault(document => string.Equals(document.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found) return [found];
        var source = LooseFile.Read(folder, name, out var unreadable);
        if (unreadable is not null) problems.Add(unreadable);
        if (source is null) return [];
        var document = Parse(source);
        if (document is null && !problems.Any(problem => problem.Location.File == name)) problems.Add(DiagnosticCatalog.NoPolicies(new SourceLocation(name)));
        return document is null ? [] : [document];
    }

    private List<PolicyDocument> InFolder(string name, string path)
    {
        var found = Directory.EnumerateFiles(path, "*.json*", SearchOption.AllDirectories).Where(IsPolicyFile).Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)
            .Select(file => LooseFile.Read(folder, $"{name.TrimEnd('/')}/{file}", out _)).OfType<SourceText>().Select(Parse).OfType<PolicyDocument>().ToList();
        if (found.Count == 0) problems.Add(DiagnosticCatalog.NoPolicies(new SourceLocation(name)));
        return found;
    }

    private static bool IsPolicyFile(string file) => Path.GetExtension(file).ToLowerInvariant() is ".json" or ".jsonc";

    // What is no document of Azure Policy is none of the scan's business.
    private PolicyDocument? Parse(SourceText source)
    {
        var parsed = PolicyDocumentReader.Read(source);
        problems.AddRange(parsed.Diagnostics.Where(problem => problem.IsError));
        return parsed.Value;
    }
}

/// <summary>The policies of a scan.</summary>
/// <param name="Chosen">What is evaluated.</param>
/// <param name="Others">What initiatives and assignments may refer to.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record ReadPolicies(ImmutableArray<PolicyDocument> Chosen, ImmutableArray<PolicyDocument> Others, ImmutableArray<Diagnostic> Problems);
