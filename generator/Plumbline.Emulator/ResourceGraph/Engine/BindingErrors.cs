using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>What can be wrong with a query that can be read.</summary>
internal static class BindingErrors
{
    /// <summary>With a message of its own.</summary>
    public static KqlErrorException At(KqlToken at, string message) => new(new KqlError(KqlError.SemanticFailure, message, at.At, at.Text));

    /// <summary>A name that is no column.</summary>
    public static KqlErrorException UnknownColumn(KqlToken at, string name, Relation input) =>
        At(at, $"Failed to resolve column or scalar expression named '{name}'.{Hint(name, input.Columns.Select(column => column.Name))}");

    /// <summary>A name that is no function.</summary>
    public static KqlErrorException UnknownFunction(KqlToken at, IEnumerable<string> known) => At(at, $"The function '{at.Text}' is not supported.{Hint(at.Text, known)}");

    /// <summary>A name that is no table.</summary>
    public static KqlErrorException UnknownTable(KqlToken at, string name, IEnumerable<string> known) =>
        new(new KqlError(KqlError.UnknownTable, $"Table {name} is invalid, unsupported or disallowed.{Hint(name, known)}", at.At, at.Text));

    /// <summary>A key whose values are JSON.</summary>
    public static KqlErrorException DynamicKey(KqlToken at, string what, string name) =>
        At(at, $"{what} key '{name}' is of a 'dynamic' type. Please use an explicit cast (for example, 'extend MyColumn=tostring({name}) | summarize ... by MyColumn') as grouping by a 'dynamic' type is not supported.");

    private static string Hint(string name, IEnumerable<string> known) => NearestName.Find(name, known) is { } near ? $" Did you mean '{near}'?" : string.Empty;
}
