namespace Plumbline.Reporting.Writers.Html;

/// <summary>Statuses and states as word, shape and colour.</summary>
internal static class HtmlBadge
{
    public static void Status(HtmlBuilder html, ControlStatus status)
    {
        var key = ControlStatuses.Key(status);
        using (html.Element("span", ("class", $"badge tone-{Tone(status)}"), ("title", ControlStatuses.Meaning(status))))
        {
            Shape(html, key);
            html.Text(ControlStatuses.Label(status));
        }
    }

    public static void State(HtmlBuilder html, ResourceResult result)
    {
        using (html.Element("span", ("class", $"badge tone-{Tone(result.State)}")))
        {
            Shape(html, ShapeOf(result.State));
            html.Text(result.State == ComplianceState.Other ? $"Other: {result.StateText}" : ComplianceStates.Label(result.State));
        }
    }

    public static void Severity(HtmlBuilder html, string severity) =>
        html.Leaf("span", severity, ("class", $"severity severity-{(severity is "high" or "medium" or "low" ? severity : "none")}"));

    public static void Shape(HtmlBuilder html, string name)
    {
        using (html.Element("svg", ("class", "shape"), ("aria-hidden", "true")))
        using (html.Element("use", ("href", $"#shape-{name}")))
        {
        }
    }

    public static string ShapeOf(ComplianceState state) => state switch
    {
        ComplianceState.NonCompliant => "fail",
        ComplianceState.Compliant => "pass",
        ComplianceState.Error or ComplianceState.Conflict => "error",
        ComplianceState.Exempt => "pass-with-exemptions",
        ComplianceState.Protected => "platform",
        ComplianceState.NotStarted => "not-evaluated",
        _ => "unknown",
    };

    /// <summary>The name of the colour.</summary>
    public static string Tone(ComplianceState state) => state switch
    {
        ComplianceState.NonCompliant => "bad",
        ComplianceState.Compliant => "good",
        ComplianceState.Error or ComplianceState.Conflict => "warn",
        ComplianceState.Exempt => "exempt",
        ComplianceState.Unknown or ComplianceState.Other => "unsure",
        _ => "calm",
    };

    /// <summary>The name of the colour.</summary>
    public static string Tone(ControlStatus status) => status switch
    {
        ControlStatus.Fail => "bad",
        ControlStatus.Error => "warn",
        ControlStatus.Unknown or ControlStatus.Unattested or ControlStatus.PartlyEvaluated => "unsure",
        ControlStatus.PassWithExemptions => "exempt",
        ControlStatus.Pass or ControlStatus.Attested => "good",
        _ => "calm",
    };
}
