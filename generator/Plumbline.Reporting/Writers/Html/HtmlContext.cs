namespace Plumbline.Reporting.Writers.Html;

/// <summary>What the parts of the page need beside what they write.</summary>
internal sealed record HtmlContext(ComplianceReport Report, RowBudget Budget)
{
    /// <summary>A resource id without the assignment's scope, which the header shows; the whole id when it is not below that scope.</summary>
    public string BelowScope(string resourceId)
    {
        var scope = Report.Run.Scope.TrimEnd('/') + "/";
        return resourceId.StartsWith(scope, StringComparison.OrdinalIgnoreCase) ? resourceId[scope.Length..] : resourceId;
    }
}
