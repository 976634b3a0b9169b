using System.Collections.Immutable;
using Plumbline.Policy.Aliases;

namespace Plumbline.Policy.Schemas;

/// <summary>What the schemas know of a property of a resource type.</summary>
/// <param name="Path">From the root of the resource, such as <c>properties.configuration.ingress.external</c>.</param>
/// <param name="Value">What its values look like in the newest api-version that has it.</param>
/// <param name="Versions">
/// What it is in each api-version, oldest first. It is required when every step of the path is, <c>properties</c> and members of arrays aside; read-only, write-only or conditional when any step is.
/// </param>
public sealed record PropertyFacts(string Path, SchemaNode Value, ImmutableArray<PropertyVersion> Versions)
{
    /// <summary>The path in steps: names, and <c>[*]</c> for each member of an array.</summary>
    public ImmutableArray<string> Steps => AliasPath.Parse(Path).Steps;

    /// <summary>Whether the newest stable api-version has it, or a preview after that one.</summary>
    public bool IsInNewest => Newest.Any(version => version.State != PropertyState.Absent);

    /// <summary>Its state in the newest api-version that has it.</summary>
    public PropertyState NewestState => Versions.LastOrDefault(version => version.State != PropertyState.Absent).State;

    /// <summary>The api-versions without it, oldest first.</summary>
    public IEnumerable<string> AbsentFrom => Versions.Where(version => version.State == PropertyState.Absent).Select(version => version.ApiVersion);

    /// <summary>Whether it is read-only in some api-version.</summary>
    public bool IsEverReadOnly => Versions.Any(version => version.State.HasFlag(PropertyState.ReadOnly));

    /// <summary>Whether some api-version has it only in certain forms of an object.</summary>
    public bool IsEverConditional => Versions.Any(version => version.State.HasFlag(PropertyState.Conditional));

    /// <summary>Whether some api-version that has it does not require it.</summary>
    public bool IsEverOptional => Versions.Any(version => version.State.HasFlag(PropertyState.Present) && (version.State & (PropertyState.Required | PropertyState.Untyped)) == 0);

    /// <summary>Its state in an api-version in any case; null when the type does not have that version.</summary>
    public PropertyState? StateIn(string apiVersion)
    {
        foreach (var version in Versions)
        {
            if (string.Equals(version.ApiVersion, apiVersion, StringComparison.OrdinalIgnoreCase)) return version.State;
        }

        return null;
    }

    // From the newest stable version on; all of them when none is stable would tell old previews, so it is the last one then.
    private IEnumerable<PropertyVersion> Newest
    {
        get
        {
            var start = Versions.Length - 1;
            for (var at = start; at >= 0; at--)
            {
                if (!ResourceSchema.IsPreview(Versions[at].ApiVersion)) return Versions.Skip(at);
            }

            return Versions.Skip(start);
        }
    }
}
