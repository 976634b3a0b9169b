using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;

namespace Plumbline.Cli.Rendering;

/// <summary>Prints a plan.</summary>
internal static class PlanRenderer
{
    /// <summary>Prints it, coloured by what the lines are.</summary>
    public static void Print(CliConsole console, DeploymentPlan plan) => Print(console, PlanText.Lines(plan));

    /// <summary>Prints lines.</summary>
    public static void Print(CliConsole console, IEnumerable<PlanLine> lines)
    {
        foreach (var line in lines) console.WriteWhole(line.ToString(), StyleOf(line.Style));
    }

    private static string StyleOf(PlanLineStyle style) => style switch
    {
        PlanLineStyle.Heading => "bold",
        PlanLineStyle.Create => "green",
        PlanLineStyle.Update => "yellow",
        PlanLineStyle.Successor or PlanLineStyle.Adopt => "blue",
        PlanLineStyle.Delete or PlanLineStyle.Failure => "red",
        PlanLineStyle.Warning => "bold yellow",
        PlanLineStyle.Faint => "dim",
        _ => "default",
    };
}
