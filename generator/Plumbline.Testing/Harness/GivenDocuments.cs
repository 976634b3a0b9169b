using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Harness;

/// <summary>The definitions that an initiative refers to, as texts.</summary>
internal sealed class GivenDocuments(ImmutableArray<string> definitions) : ITestDocuments
{
    private readonly ImmutableDictionary<string, SourceText> byName = definitions
        .Select((text, index) => new SourceText(FormattableString.Invariant($"definition {index + 1}"), text))
        .Select(source => (Name: PolicyParser.ParseDefinition(source).Value?.Name ?? "", Source: source))
        .DistinctBy(item => item.Name, StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(item => item.Name, item => item.Source, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ParseResult<SourceText> Read(string path, string from) => new(null, [DiagnosticCatalog.FileUnreadable(new SourceLocation(path), "a harness is given texts, not files")]);

    /// <inheritdoc/>
    public SourceText? Definition(string id, string from) => byName.GetValueOrDefault(id[(id.LastIndexOf('/') + 1)..]);
}
