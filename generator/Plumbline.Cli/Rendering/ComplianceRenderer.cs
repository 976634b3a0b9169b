using System.Globalization;
using Plumbline.Reporting;
using Spectre.Console;

namespace Plumbline.Cli.Rendering;

/// <summary>Prints a report's headline and its table of controls.</summary>
internal static class ComplianceRenderer
{
    /// <summary>Prints <paramref name="report"/>.</summary>
    public static void Print(CliConsole console, ComplianceReport report)
    {
        console.WriteLine(report.Headline.Title, "bold");
        console.Out.Write(ControlTable(report));
        console.WriteLine(report.Headline.Verdict, "bold");
        console.WriteLine($"Azure score   {report.Headline.Azure}   (compliant + exempt + unknown) / all evaluated");
        console.WriteLine($"Strict score  {report.Headline.Strict}   compliant / (compliant + non-compliant + conflict + error)");
        console.WriteLine($"Coverage      {report.Headline.Coverage}");
        console.WriteLine($"States        {report.Headline.Completeness}");
    }

    private static Table ControlTable(ComplianceReport report)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn("Control");
        table.AddColumn("Status");
        foreach (var column in (string[])["Compliant", "Non", "Other", "Azure"]) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var control in report.Controls) table.AddRow(Row(control));
        return table;
    }

    private static Text[] Row(ControlResult control)
    {
        var counts = control.Resources;
        return
        [
            new Text(TerminalText.Encode($"{control.Control.Id}  {control.Control.Title}")),
            new Text(ControlStatuses.Label(control.Status), Style.Parse(StyleOf(control.Status))),
            Number(counts.Compliant),
            Number(counts.NonCompliant),
            Number(counts.Total - counts.Compliant - counts.NonCompliant),
            new Text(counts.Azure.ToString()),
        ];
    }

    private static Text Number(int value) => new(value == 0 ? "" : value.ToString("N0", CultureInfo.InvariantCulture));

    private static string StyleOf(ControlStatus status) => status switch
    {
        ControlStatus.Fail or ControlStatus.Error => "bold red",
        ControlStatus.Pass or ControlStatus.Attested => "green",
        ControlStatus.Platform or ControlStatus.NotSupported => "dim",
        _ => "yellow",
    };
}
