using System.Text.Json;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Files;

/// <summary>Writes what a plan means for resources.</summary>
internal static class ImpactWriter
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter writer, PlanImpact impact)
    {
        writer.WriteStartObject("impact");
        PlanWriter.WriteList(writer, "sources", impact.Sources);
        writer.WriteNumber("resources", impact.Resources);
        writer.WriteStartArray("controls");
        foreach (var control in impact.Controls) Write(writer, control);
        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in impact.Findings) Write(writer, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ControlImpact control)
    {
        writer.WriteStartObject();
        writer.WriteString("control", control.Control);
        writer.WriteNumber("compliant", control.Compliant);
        writer.WriteNumber("newlyNonCompliant", control.NewlyNonCompliant);
        writer.WriteNumber("newlyCompliant", control.NewlyCompliant);
        writer.WriteNumber("denied", control.Denied);
        writer.WriteNumber("modified", control.Modified);
        writer.WriteNumber("deployed", control.Deployed);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ResourceImpact finding)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceId", finding.ResourceId);
        writer.WriteString("policy", finding.Policy);
        writer.WriteString("change", finding.Change);
        PlanWriter.WriteOptional(writer, "source", finding.Source);
        writer.WriteEndObject();
    }
}
