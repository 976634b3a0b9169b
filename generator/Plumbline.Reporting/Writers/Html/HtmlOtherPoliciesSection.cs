namespace Plumbline.Reporting.Writers.Html;

/// <summary>Policies that have states but that the baseline does not list.</summary>
internal static class HtmlOtherPoliciesSection
{
    public static void Write(HtmlBuilder html, HtmlContext context)
    {
        var report = context.Report;
        if (report.OtherPolicies.Length == 0) return;
        using (html.Element("section", ("id", "other-policies"), ("aria-labelledby", "other-heading")))
        {
            html.Leaf("h2", "Other policies", ("id", "other-heading"));
            html.Leaf("p", "The assignment has states for these policies, but the baseline does not list them. They count in the totals of the assignment and in no control.", ("class", "lead"));
            using (html.Element("div", ("class", "panel boxed")))
            {
                foreach (var policy in report.OtherPolicies) HtmlPolicyPart.Write(html, policy, context);
            }
        }

        html.Line();
    }
}
