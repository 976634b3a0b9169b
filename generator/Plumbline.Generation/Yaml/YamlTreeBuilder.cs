using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Plumbline.Generation.Yaml;

/// <summary>Builds the tree of one text from the parser's events. One instance reads one text.</summary>
internal sealed class YamlTreeBuilder(SourceText source, YamlLimits limits)
{
    private readonly Parser parser = new(new Scanner(new StringReader(source.Text)));
    private readonly List<Diagnostic> problems = [];
    private readonly HashSet<string> aliases = new(StringComparer.Ordinal);
    private int nodes;
    private bool stopped;

    /// <summary>How far the parser got.</summary>
    public SourceLocation Reached => parser.Current is { } last ? Locate(last, "$") with { Path = null } : new SourceLocation(source.File);

    /// <summary>What is known when the parser cannot go on: the problems so far, and the one that stopped it.</summary>
    public YamlDocument Stopped(Diagnostic problem) => new(null, [.. problems, problem]);

    public YamlDocument Build()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return Empty();

        parser.Consume<DocumentStart>();
        var root = ReadNode("$", depth: 1);
        if (stopped) return new YamlDocument(null, [.. problems]);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second)) problems.Add(DiagnosticCatalog.YamlSeveralDocuments(Locate(second, "$")));
        if (root is YamlScalar { Kind: YamlScalarKind.Null }) return Empty();
        return new YamlDocument(root, [.. problems]);
    }

    private YamlDocument Empty() => new(null, [.. problems, DiagnosticCatalog.YamlEmpty(new SourceLocation(source.File))]);

    private YamlNode ReadNode(string path, int depth)
    {
        var next = parser.Consume<ParsingEvent>();
        var at = Locate(next, path);
        if (next is AnchorAlias alias) return Refuse(alias.Value.Value, at);
        if (next is NodeEvent node) CheckProperties(node, at);
        return Exceeds(depth, at) ? new RefusedYaml(at) : next switch
        {
            Scalar scalar => new YamlScalar(scalar.Value, YamlScalarKinds.Of(scalar), at),
            SequenceStart => ReadSequence(at, path, depth),
            _ => ReadMapping(at, path, depth),
        };
    }

    private YamlSequence ReadSequence(SourceLocation at, string path, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!stopped && !parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]"), depth + 1));
        return new YamlSequence(items.ToImmutable(), at);
    }

    private YamlMapping ReadMapping(SourceLocation at, string path, int depth)
    {
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<YamlEntry>();
        while (!stopped && !parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(path, depth + 1);
            var entry = ReadEntry(key, path, depth);
            if (entry is null) continue;
            if (entries.TryAdd(entry.Key.Text, entry)) order.Add(entry);
            else problems.Add(DiagnosticCatalog.YamlDuplicateKey(entry.Key.Location, entry.Key.Text, LineOf(entries[entry.Key.Text].Key)));
        }

        return new YamlMapping(order.ToImmutable(), at);
    }

    private YamlEntry? ReadEntry(YamlNode key, string path, int depth)
    {
        if (key is YamlScalar { Kind: not YamlScalarKind.Null } scalar)
        {
            var inner = $"{path}.{scalar.Text}";
            return new YamlEntry(scalar with { Location = scalar.Location with { Path = inner } }, ReadNode(inner, depth + 1));
        }

        if (stopped) return null;
        if (key is not RefusedYaml) problems.Add(DiagnosticCatalog.YamlKeyNotText(key.Location));
        ReadNode(path, depth + 1);
        return null;
    }

    private void CheckProperties(NodeEvent node, SourceLocation at)
    {
        if (!node.Anchor.IsEmpty) problems.Add(DiagnosticCatalog.YamlAnchor(at, node.Anchor.Value));
        if (!node.Tag.IsEmpty) problems.Add(DiagnosticCatalog.YamlTag(at, node.Tag.Value));
    }

    // Beyond a limit nothing is read, not even to be passed over: the scanner's time grows with the square of the depth.
    private bool Exceeds(int depth, SourceLocation at)
    {
        nodes++;
        if (depth <= limits.Depth && nodes <= limits.Nodes) return false;
        problems.Add(depth > limits.Depth
            ? DiagnosticCatalog.YamlTooLarge(at, "nested levels", limits.Depth)
            : DiagnosticCatalog.YamlTooLarge(at, "nodes", limits.Nodes));
        stopped = true;
        return true;
    }

    // Said once for each name: a text that is made of aliases would drown everything else.
    private RefusedYaml Refuse(string alias, SourceLocation at)
    {
        if (aliases.Add(alias)) problems.Add(DiagnosticCatalog.YamlAlias(at, alias));
        return new RefusedYaml(at);
    }

    private SourceLocation Locate(ParsingEvent at, string path)
    {
        var length = at is Scalar or AnchorAlias && at.Start.Line == at.End.Line ? at.End.Column - at.Start.Column : 0;
        return new SourceLocation(source.File, new TextSpan((int)at.Start.Line, (int)at.Start.Column, (int)length), path);
    }

    private static int LineOf(YamlNode node) => node.Location.Span?.Line ?? 0;
}
