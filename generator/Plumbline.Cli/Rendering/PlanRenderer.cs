using Plumbline.Arm.Deployment;

namespace Plumbline.Cli.Rendering;

/// <summary>Prints a plan: a symbol an object, the different properties below it.</summary>
internal static class PlanRenderer
{
    /// <summary>Prints <paramref name="plan"/>; unchanged objects only when <paramref name="all"/> says so.</summary>
    public static void Print(CliConsole console, DeploymentPlan plan, bool all)
    {
        console.WriteLine($"Plan for {plan.Scope}");
        foreach (var line in PlanText.Lines(plan).Where(line => all || line.Symbol != '=')) console.WriteLine(line.ToString(), StyleOf(line.Symbol));
    }

    private static string StyleOf(char symbol) => symbol switch
    {
        '+' => "green",
        '~' => "yellow",
        '-' => "red",
        '?' => "blue",
        '=' => "dim",
        _ => "bold",
    };
}
