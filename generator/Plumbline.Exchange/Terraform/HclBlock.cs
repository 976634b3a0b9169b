using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Terraform;

/// <summary>A block of HCL: arguments whose equals signs stand below each other, then blocks inside.</summary>
/// <param name="Header">What stands before the brace, such as <c>identity</c>.</param>
internal sealed record HclBlock(string Header)
{
    /// <summary>Names and expressions.</summary>
    public ImmutableArray<(string Name, string Expression)> Arguments { get; init; } = [];

    /// <summary>The blocks inside.</summary>
    public ImmutableArray<HclBlock> Blocks { get; init; } = [];

    /// <summary>With an argument, when there is an expression.</summary>
    public HclBlock With(string name, string? expression) => expression is null ? this : this with { Arguments = Arguments.Add((name, expression)) };

    /// <summary>With a text, when the value is one.</summary>
    public HclBlock With(string name, PolicyValue value) => value is TextValue text ? With(name, HclLiteral.Text(text.Value)) : this;

    /// <summary>With blocks inside.</summary>
    public HclBlock With(IEnumerable<HclBlock> blocks) => this with { Blocks = Blocks.AddRange(blocks) };

    /// <summary>The text.</summary>
    public string ToText(int indent = 0)
    {
        var (outer, inner) = (new string(' ', 2 * indent), new string(' ', 2 * (indent + 1)));
        var width = Arguments.IsEmpty ? 0 : Arguments.Max(argument => argument.Name.Length);
        var text = new StringBuilder($"{outer}{Header} {{\n");
        foreach (var (name, expression) in Arguments) text.Append(CultureInfo.InvariantCulture, $"{inner}{name.PadRight(width)} = {expression.Replace("\n", "\n" + outer, StringComparison.Ordinal)}\n");
        foreach (var block in Blocks) text.Append(text[^2] == '{' ? "" : "\n").Append(block.ToText(indent + 1));
        return text.Append(CultureInfo.InvariantCulture, $"{outer}}}\n").ToString();
    }
}
