using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plumbline.Testing.Resources;

/// <summary>A path into a resource as tests write it: <c>properties.ingress.external</c>, <c>properties.rules[0].name</c>, <c>properties.rules[*].name</c>, <c>tags['a.b']</c>.</summary>
/// <param name="Steps">At least one step.</param>
public sealed record ResourcePath(ImmutableArray<ResourceStep> Steps)
{
    // Azure's own limit for an evaluated object is 128 levels.
    private const int MaximumSteps = 128;

    /// <summary>The path, or null when the text is none.</summary>
    public static ResourcePath? Parse(string text)
    {
        var steps = ImmutableArray.CreateBuilder<ResourceStep>();
        for (var at = 0; at < text.Length;)
        {
            var isFirst = at == 0;
            if (text[at] == '.' && isFirst) return null;
            if (text[at] == '.') at++;
            var step = at < text.Length && text[at] == '[' ? Bracketed(text, ref at) : Name(text, ref at, isFirst);
            if (step is null) return null;
            steps.Add(step);
        }

        return steps.Count is 0 or > MaximumSteps ? null : new ResourcePath(steps.ToImmutable());
    }

    /// <summary>Whether a step stands for all members of an array.</summary>
    public bool IsMany => Steps.Any(step => step is EachStep);

    private static NameStep? Name(string text, ref int at, bool isFirst)
    {
        var start = at;
        if (!isFirst && text[start - 1] != '.') return null;
        while (at < text.Length && text[at] is not ('.' or '[')) at++;
        return at == start ? null : new NameStep(text[start..at]);
    }

    private static ResourceStep? Bracketed(string text, ref int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '\'') return Quoted(text, ref at);
        var end = text.IndexOf(']', at);
        if (end < 0) return null;
        var inner = text[(at + 1)..end];
        at = end + 1;
        if (inner == "*") return new EachStep();
        return int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new IndexStep(index) : null;
    }

    // As in template expressions, two quotes stand for one.
    private static NameStep? Quoted(string text, ref int at)
    {
        var name = new StringBuilder();
        for (var i = at + 2; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\'' && next == ']')
            {
                at = i + 2;
                return new NameStep(name.ToString());
            }

            if (text[i] == '\'' && next != '\'') return null;
            if (text[i] == '\'') i++;
            name.Append(text[i]);
        }

        return null;
    }
}

/// <summary>A step of a <see cref="ResourcePath"/>.</summary>
public abstract record ResourceStep;

/// <summary>A property.</summary>
/// <param name="Name">Its name, compared without regard to case.</param>
public sealed record NameStep(string Name) : ResourceStep;

/// <summary>A member of an array.</summary>
/// <param name="Index">Its position, from 0.</param>
public sealed record IndexStep(int Index) : ResourceStep;

/// <summary>All members of an array.</summary>
public sealed record EachStep : ResourceStep;
