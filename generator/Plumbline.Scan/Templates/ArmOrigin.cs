using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Scan.Inputs;

namespace Plumbline.Scan.Templates;

/// <summary>The place of a resource in an ARM template.</summary>
/// <param name="File">The template.</param>
/// <param name="Resource">The declaration.</param>
internal sealed record ArmOrigin(string File, TemplateResource Resource) : ResourceOrigin(PositionedJson.LocationOf(File, Resource.Token))
{
    // As far as the template goes: below an expression nothing is written.
    public override SourceLocation PropertyAt(string path)
    {
        JToken at = Resource.Token;
        foreach (var (name, position) in PropertyPath.Parse(path))
        {
            var next = at switch
            {
                JObject item when name is not null => item.GetValue(name, StringComparison.OrdinalIgnoreCase),
                JArray array when position >= 0 && position < array.Count => array[position],
                _ => null,
            };
            if (next is null) break;
            at = next;
        }

        return at == Resource.Token ? Location : PositionedJson.LocationOf(File, at.Parent is JProperty property ? property : at);
    }
}
