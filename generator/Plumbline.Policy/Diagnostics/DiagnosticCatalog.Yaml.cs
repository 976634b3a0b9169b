using System.Globalization;

namespace Plumbline.Policy.Diagnostics;

/// <content>PLB1001 to PLB1019: reading YAML.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB1001: the text is not YAML.</summary>
    public static Diagnostic YamlSyntax(SourceLocation at, string problem) =>
        Error("PLB1001", at, $"the text is not valid YAML, so nothing after this place was read: {OneLine(problem)}", "correct the syntax here or on the line before");

    /// <summary>PLB1002: a line is indented with a tab.</summary>
    public static Diagnostic YamlTabIndent(SourceLocation at) =>
        Error("PLB1002", at, "the line is indented with a tab, which YAML does not allow; nothing after it was read", "indent with two spaces");

    /// <summary>PLB1003: the text exceeds a limit.</summary>
    public static Diagnostic YamlTooLarge(SourceLocation at, string unit, int limit) =>
        Error("PLB1003", at, string.Create(CultureInfo.InvariantCulture, $"the document has more than {limit} {unit}; nothing from here on was read"), "split the document");

    /// <summary>PLB1004: an anchor.</summary>
    public static Diagnostic YamlAnchor(SourceLocation at, string anchor) =>
        Error("PLB1004", at, $"the anchor '&{Shortened(anchor)}' is not allowed: every value is written where it is used", $"remove '&{anchor}' and repeat the value where it is needed");

    /// <summary>PLB1005: an alias of an anchor.</summary>
    public static Diagnostic YamlAlias(SourceLocation at, string anchor) =>
        Error("PLB1005", at, $"the alias '*{Shortened(anchor)}' is not allowed: every value is written where it is used", "write the value itself, or put text that starts with '*' in quotes");

    /// <summary>PLB1006: a tag.</summary>
    public static Diagnostic YamlTag(SourceLocation at, string tag) =>
        Error("PLB1006", at, $"the tag '{Shortened(tag)}' is not allowed: types follow from the format", "remove the tag, or put text that starts with '!' in quotes");

    /// <summary>PLB1007: a key that the mapping already has.</summary>
    public static Diagnostic YamlDuplicateKey(SourceLocation at, string key, int firstLine) =>
        Error("PLB1007", at, string.Create(CultureInfo.InvariantCulture, $"the key '{Shortened(key)}' is given a second time; the first one, on line {firstLine}, was read"), "remove one of the two");

    /// <summary>PLB1008: a second document.</summary>
    public static Diagnostic YamlSeveralDocuments(SourceLocation at) =>
        Error("PLB1008", at, "a second document starts here; a file holds one, so it was not read", "remove the line '---' or move what follows to a file of its own");

    /// <summary>PLB1009: a key that is not text.</summary>
    public static Diagnostic YamlKeyNotText(SourceLocation at) =>
        Error("PLB1009", at, "a key must be text; this one is a list, a mapping or nothing, so its entry was not read", "write a name before the ':'");

    /// <summary>PLB1010: nothing but comments.</summary>
    public static Diagnostic YamlEmpty(SourceLocation at) =>
        Error("PLB1010", at, "the file holds no YAML document", "start from the example in the documentation");

    // Messages of a library may hold line breaks and be of any length; ours are one line of at most 300 characters.
    private static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 200 ? line : string.Concat(line.AsSpan(0, 197), "...");
    }
}
