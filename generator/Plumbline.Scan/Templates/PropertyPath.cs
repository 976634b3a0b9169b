using System.Collections.Immutable;
using System.Globalization;

namespace Plumbline.Scan.Templates;

/// <summary>Takes the paths apart that verdicts name: <c>properties.template.containers[0].image</c>, <c>tags.owner</c>.</summary>
internal static class PropertyPath
{
    /// <summary>The steps: names, and positions as numbers; <c>[*]</c> is null.</summary>
    public static ImmutableArray<(string? Name, int Position)> Parse(string path)
    {
        var steps = ImmutableArray.CreateBuilder<(string?, int)>();
        foreach (var part in path.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            if (bracket != 0) steps.Add((bracket < 0 ? part : part[..bracket], -1));
            while (bracket >= 0)
            {
                var close = part.IndexOf(']', bracket);
                if (close < 0) break;
                var inner = part[(bracket + 1)..close];
                steps.Add(int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? (null, position) : (inner == "*" ? null : inner.Trim('\''), -1));
                bracket = part.IndexOf('[', close);
            }
        }

        return steps.ToImmutable();
    }
}
