using System.Collections.Immutable;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation.Shapes;

/// <summary>Finds everything in a YAML tree that is not as its <see cref="Shape"/> says.</summary>
public static class ShapeChecker
{
    /// <summary>All findings, in the order of the text within a mapping; what is missing comes last.</summary>
    public static ImmutableArray<Diagnostic> Check(YamlNode node, Shape shape) => [.. Findings(node, shape)];

    private static IEnumerable<Diagnostic> Findings(YamlNode node, Shape shape) => (shape, node) switch
    {
        (_, RefusedYaml) => [],
        (TextShape text, YamlScalar scalar) => ScalarChecker.Text(scalar, text),
        (IntegerShape integer, YamlScalar scalar) => ScalarChecker.Integer(scalar, integer),
        (NumberShape number, YamlScalar scalar) => ScalarChecker.Number(scalar, number),
        (BooleanShape, YamlScalar { Kind: YamlScalarKind.Boolean }) => [],
        (AnyShape, _) => [],
        (AnyMappingShape, YamlMapping) => [],
        (ListShape list, YamlSequence sequence) => OfList(sequence, list),
        (OneOrMoreShape several, YamlSequence sequence) => OfList(sequence, new ListShape(several.Description, several.Item)),
        (OneOrMoreShape several, _) => Findings(node, several.Item),
        (ShortFormShape form, YamlScalar scalar) => ScalarChecker.Text(scalar, form.Short),
        (ShortFormShape form, _) => Findings(node, form.Full),
        (NamedValuesShape named, YamlMapping mapping) => mapping.Entries.SelectMany(entry => Findings(entry.Value, named.Value)),
        (ObjectShape known, YamlMapping mapping) => OfObject(mapping, known, []),
        (ChoiceShape choice, YamlMapping mapping) => OfChoice(mapping, choice),
        _ => [DiagnosticCatalog.YamlKindDiffers(node.Location, ScalarChecker.Wanted(shape), ScalarChecker.Found(node))],
    };

    private static IEnumerable<Diagnostic> OfList(YamlSequence sequence, ListShape list)
    {
        if (sequence.Items.IsEmpty && !list.MayBeEmpty) return [DiagnosticCatalog.EmptyList(sequence.Location)];
        return sequence.Items.SelectMany(item => Findings(item, list.Item));
    }

    private static IEnumerable<Diagnostic> OfChoice(YamlMapping mapping, ChoiceShape choice)
    {
        var marks = choice.Variants.Select(variant => variant.Mark).ToImmutableArray();
        var given = mapping.Entries.Where(entry => marks.Contains(entry.Key.Text, StringComparer.Ordinal)).ToImmutableArray();
        if (given.IsEmpty) return [DiagnosticCatalog.NoneOfKeys(mapping.Location, choice.Name, Listed(marks))];

        var chosen = choice.Variants.First(variant => string.Equals(variant.Mark, given[0].Key.Text, StringComparison.Ordinal));
        var elsewhere = choice.Variants.Where(variant => variant != chosen).SelectMany(variant => variant.Shape.Keys).Select(key => key.Name);
        return OfObject(mapping, chosen.Shape, [.. elsewhere], chosen.Mark);
    }

    private static IEnumerable<Diagnostic> OfObject(YamlMapping mapping, ObjectShape shape, ImmutableArray<string> elsewhere, string? mark = null)
    {
        var names = shape.Keys.Select(key => key.Name).ToImmutableArray();
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var key = shape.Keys.FirstOrDefault(candidate => string.Equals(candidate.Name, entry.Key.Text, StringComparison.Ordinal));
            if (key is not null) foreach (var finding in OfEntry(mapping, entry, key)) yield return finding;
            else yield return Unexpected(entry.Key, shape.Name, names, elsewhere, mark);
            if (key is null && NearestName.Find(entry.Key.Text, names) is { } nearest) meant.Add(nearest);
        }

        // A key with a typing error is one problem, not also a missing key.
        foreach (var key in shape.Keys.Where(key => !key.IsOptional && mapping[key.Name] is null && !meant.Contains(key.Name)))
            yield return DiagnosticCatalog.MissingKey(mapping.Location, shape.Name, key.Name, OneLine(key.Shape.Description));
        foreach (var finding in ExactlyOne(mapping, shape, meant).Concat(AtMostOne(mapping, shape, shape.AtMostOneOf))) yield return finding;
    }

    private static IEnumerable<Diagnostic> OfEntry(YamlMapping mapping, YamlEntry entry, KeyShape key)
    {
        if (key.Needs is not null && mapping[key.Needs] is null)
            yield return DiagnosticCatalog.KeyNeedsKey(entry.Key.Location, key.Name, key.Needs);
        foreach (var finding in Findings(entry.Value, key.Shape)) yield return finding;
    }

    private static Diagnostic Unexpected(YamlScalar key, string owner, ImmutableArray<string> names, ImmutableArray<string> elsewhere, string? mark) =>
        mark is not null && elsewhere.Contains(key.Text, StringComparer.Ordinal)
            ? DiagnosticCatalog.KeyOfAnotherKind(key.Location, key.Text, mark)
            : DiagnosticCatalog.UnknownKey(key.Location, owner, key.Text, NearestName.Find(key.Text, names), Listed(names));

    private static IEnumerable<Diagnostic> ExactlyOne(YamlMapping mapping, ObjectShape shape, HashSet<string> meant)
    {
        if (shape.ExactlyOneOf.IsEmpty || shape.ExactlyOneOf.Any(meant.Contains)) return [];
        return mapping.Entries.Any(entry => shape.ExactlyOneOf.Contains(entry.Key.Text, StringComparer.Ordinal))
            ? AtMostOne(mapping, shape, shape.ExactlyOneOf)
            : [DiagnosticCatalog.NoneOfKeys(mapping.Location, shape.Name, Listed(shape.ExactlyOneOf))];
    }

    private static IEnumerable<Diagnostic> AtMostOne(YamlMapping mapping, ObjectShape shape, ImmutableArray<string> keys)
    {
        var given = mapping.Entries.Where(entry => keys.Contains(entry.Key.Text, StringComparer.Ordinal)).ToImmutableArray();
        return given.Skip(1).Select(entry => DiagnosticCatalog.KeysExcludeEachOther(entry.Key.Location, shape.Name, entry.Key.Text, given[0].Key.Text));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    private static string OneLine(string description) => description.Split(". ")[0].TrimEnd('.');
}
