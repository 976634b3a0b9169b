using System.Globalization;

namespace Plumbline.Policy.Diagnostics;

/// <content>PLB1101 to PLB1119: YAML that is not of its documented form.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB1101: a key that the format does not know.</summary>
    public static Diagnostic UnknownKey(SourceLocation at, string owner, string key, string? nearest, string known) =>
        Error("PLB1101", at, $"the key '{Shortened(key)}' is not known in {owner}, so its value was not read", DidYouMean(nearest) ?? $"use one of {known}");

    /// <summary>PLB1102: a required key is missing.</summary>
    public static Diagnostic MissingKey(SourceLocation at, string owner, string key, string meaning) =>
        Error("PLB1102", at, $"the key '{key}' is missing in {owner}", $"add '{key}': {meaning}");

    /// <summary>PLB1103: another kind of value.</summary>
    public static Diagnostic YamlKindDiffers(SourceLocation at, string wanted, string found) =>
        Error("PLB1103", at, $"this must be {wanted}, and is {found}", $"write {wanted}");

    /// <summary>PLB1104: plain text that YAML reads as a number or a boolean.</summary>
    public static Diagnostic UnquotedText(SourceLocation at, string text, string found) =>
        Error("PLB1104", at, $"this must be text, and '{Shortened(text)}' without quotes is {found} in YAML", $"write \"{text}\"");

    /// <summary>PLB1105: a value that is not in the list of allowed ones.</summary>
    public static Diagnostic ValueNotAllowed(SourceLocation at, string value, string? nearest, string allowed) =>
        Error("PLB1105", at, $"the value '{Shortened(value)}' is not allowed here; allowed are {allowed}", DidYouMean(nearest) ?? "use one of the allowed values, with the same case");

    /// <summary>PLB1106: a text of another form.</summary>
    public static Diagnostic MalformedText(SourceLocation at, string text, string meaning) =>
        Error("PLB1106", at, $"'{Shortened(text)}' is not {meaning}", $"write {meaning}");

    /// <summary>PLB1107: a text that is too long.</summary>
    public static Diagnostic TextTooLong(SourceLocation at, int length, int maximum) =>
        Error("PLB1107", at, string.Create(CultureInfo.InvariantCulture, $"the text has {length} characters; Azure accepts {maximum} here"), "shorten the text");

    /// <summary>PLB1108: nothing but blanks.</summary>
    public static Diagnostic BlankText(SourceLocation at) =>
        Error("PLB1108", at, "the text is empty", "write the text, or remove the key if it is optional");

    /// <summary>PLB1109: an empty list.</summary>
    public static Diagnostic EmptyList(SourceLocation at) =>
        Error("PLB1109", at, "the list is empty", "add an item, or remove the key if it is optional");

    /// <summary>PLB1110: a number outside its range.</summary>
    public static Diagnostic NumberOutOfRange(SourceLocation at, string value, long minimum, long maximum) =>
        Error("PLB1110", at, string.Create(CultureInfo.InvariantCulture, $"the number {value} is not allowed here; allowed is {minimum} to {maximum}"), "use a number in the range");

    /// <summary>PLB1111: two keys of which one is allowed.</summary>
    public static Diagnostic KeysExcludeEachOther(SourceLocation at, string owner, string key, string other) =>
        Error("PLB1111", at, $"the key '{key}' cannot stand beside '{other}': {owner} has exactly one of them", $"remove '{key}' or '{other}'");

    /// <summary>PLB1112: none of several keys of which one is needed.</summary>
    public static Diagnostic NoneOfKeys(SourceLocation at, string owner, string keys) =>
        Error("PLB1112", at, $"{owner} needs exactly one of {keys}, and has none", "add one of them");

    /// <summary>PLB1113: a key that makes sense beside another one only.</summary>
    public static Diagnostic KeyNeedsKey(SourceLocation at, string key, string needed) =>
        Error("PLB1113", at, $"the key '{key}' means nothing without '{needed}'", $"add '{needed}' or remove '{key}'");

    /// <summary>PLB1114: a key of another kind of the same construct.</summary>
    public static Diagnostic KeyOfAnotherKind(SourceLocation at, string key, string mark) =>
        Error("PLB1114", at, $"the key '{key}' cannot stand beside '{mark}', so its value was not read", $"remove '{key}', or replace '{mark}'");
}
