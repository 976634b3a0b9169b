using System.Collections.Immutable;
using Plumbline.Exchange.Epac.Writing;
using Plumbline.Exchange.Model;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac;

/// <summary>
/// Exports to Enterprise Policy as Code: a definitions folder that its schemas accept. A folder is there only when a file is in it: to EPAC an empty folder
/// means that everything of its kind is to be deleted.
/// </summary>
public static class EpacExporter
{
    /// <summary>The files, and what they cannot say.</summary>
    public static ExportResult Export(ExchangeModel model)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        if (model.Environments.IsEmpty) return new([], [DiagnosticCatalog.NothingToExport(new SourceLocation("plumbline.yaml"), "there is no environment")]);

        var lookup = new MemberLookup(model.Documents);
        var exemptions = new EpacExemptions(lookup, problems);
        ImmutableArray<ExchangeFile> files =
        [
            new EpacSettings(problems).Write(model.Environments),
            .. new EpacDocuments(lookup, problems).Write(model.Documents),
            .. new EpacAssignments(lookup, new EpacEffects(lookup, problems), problems).Write(model.Environments),
            .. model.Environments.Select(exemptions.Write).OfType<ExchangeFile>(),
        ];
        return ExportResult.Of(files, [.. problems.Distinct()]);
    }
}
