using System.Globalization;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>One step of a path: a property, a position in an array, or every member of one.</summary>
internal sealed class PathStep
{
    private readonly PropertyName name;
    private readonly int position;

    public PathStep(string text)
    {
        name = new PropertyName(text);
        IsEach = text == AliasPath.EachMember;
        position = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    public string Text => name.Text;

    public bool IsEach { get; }

    /// <summary>What the step leads to; no value when it leads nowhere. A number is a position in an array and a name in an object.</summary>
    public ResourceElement Read(ResourceElement from)
    {
        var property = from.Property(name);
        return property.Document is null && position >= 0 ? from.Item(position) : property;
    }

    /// <summary>The same of a value.</summary>
    public PolicyValue Read(PolicyValue from) => from switch
    {
        ObjectValue item => item[name.Text],
        ArrayValue array when position >= 0 && position < array.Items.Length => array.Items[position],
        _ => UndefinedValue.Instance,
    };

    public bool IsSameAs(PathStep other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);
}
