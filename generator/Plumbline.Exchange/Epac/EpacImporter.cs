using System.Collections.Immutable;
using Plumbline.Exchange.Epac.Reading;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac;

/// <summary>Imports a definitions folder of Enterprise Policy as Code.</summary>
public static class EpacImporter
{
    private const int MaximumFiles = 50_000;

    /// <summary>Reads the folder.</summary>
    /// <param name="files">The files below the folder; their names start with <paramref name="root"/>.</param>
    /// <param name="root">The folder as it was named, without a slash at the end; empty for none.</param>
    /// <param name="defaults">What exemptions get that do not say it.</param>
    public static EpacImport Import(ImmutableArray<SourceText> files, string root, ImportDefaults defaults)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        if (files.Length > MaximumFiles) return new(null, "", [DiagnosticCatalog.ImportTooLarge(new SourceLocation(root), "files", MaximumFiles)]);
        var folder = new EpacFiles(files, root, problems);
        if (new PacSettings(problems).Read(folder) is not var (owner, environments)) return new(null, "", problems.ToImmutable());

        var documents = new PacDocuments(folder, problems).Read();
        var assignments = new PacAssignments(folder, new MemberLookup(documents), problems);
        var trees = assignments.Trees();
        assignments.Check(trees, environments);
        var exemptions = new PacExemptions(folder, defaults, problems);
        ImmutableArray<DeploymentEnvironment> read = [.. environments.Select(one => new DeploymentEnvironment(one.Selector, one.Cloud, one.TenantId, one.RootScope, owner, one.At)
        {
            Assignments = assignments.Of(one, trees),
            Exemptions = exemptions.Of(one),
        })];
        Unread(folder, environments, problems);
        return new(new ExchangeModel(read, documents), owner, [.. problems.Distinct()]);
    }

    private static void Unread(EpacFiles folder, ImmutableArray<PacEnvironment> environments, ImmutableArray<Diagnostic>.Builder problems)
    {
        foreach (var file in folder.In("policyEnrollments")) problems.Add(DiagnosticCatalog.NotImported(new SourceLocation(file.File), "this file", "Plumbline has no enrollments"));
        foreach (var file in folder.In("policyDocumentations")) problems.Add(DiagnosticCatalog.NotImported(new SourceLocation(file.File), "this file", "documentation is written from the documents themselves"));
        foreach (var selector in folder.FoldersIn("policyExemptions").Where(selector => !environments.Any(one => string.Equals(one.Selector, selector, StringComparison.OrdinalIgnoreCase))))
            problems.Add(DiagnosticCatalog.ImportKeyIgnored(new SourceLocation($"{(folder.Root.Length == 0 ? "" : folder.Root + "/")}policyExemptions/{selector}"), selector, NearestName.Find(selector, environments.Select(one => one.Selector))));
    }
}
