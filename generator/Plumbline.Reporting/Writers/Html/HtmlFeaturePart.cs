namespace Plumbline.Reporting.Writers.Html;

/// <summary>A feature: what the baseline says, what answers for it, and its policies.</summary>
internal static class HtmlFeaturePart
{
    public static void Write(HtmlBuilder html, FeatureResult result, HtmlContext context)
    {
        using (html.Element("article", ("class", "feature")))
        {
            using (html.Element("div", ("class", "feature-head")))
            {
                html.Leaf("h3", result.Feature.Name);
                HtmlBadge.Status(html, result.Status);
            }

            using (html.Element("div", ("class", "columns")))
            {
                WriteBaseline(html, result.Feature);
                WriteOutcome(html, result);
            }

            foreach (var policy in result.Policies) HtmlPolicyPart.Write(html, policy, context);
        }
    }

    private static void WriteBaseline(HtmlBuilder html, FeatureOutline feature)
    {
        using (html.Element("div"))
        {
            html.Leaf("h4", "What the baseline says");
            html.Leaf("p", feature.Description);
            html.Leaf("p", feature.ConfigurationGuidance);
            if (feature.FeatureNotes is { } notes) html.Leaf("p", notes, ("class", "muted"));
            WriteReference(html, feature);
        }
    }

    // Only https: a catalog must not be able to put a script address behind a link.
    private static void WriteReference(HtmlBuilder html, FeatureOutline feature)
    {
        if ((feature.ReferenceTitle ?? feature.ReferenceUrl) is not { } title) return;
        using (html.Element("p", ("class", "reference")))
        {
            if (Uri.TryCreate(feature.ReferenceUrl, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
                html.Leaf("a", title, ("href", url.AbsoluteUri), ("rel", "noopener noreferrer"));
            else html.Text(title);
        }
    }

    private static void WriteOutcome(HtmlBuilder html, FeatureResult result)
    {
        var feature = result.Feature;
        using (html.Element("div"))
        {
            html.Leaf("h4", "What answers for it");
            html.Leaf("p", Outcome(result));
            if (feature.OutcomeText is { Length: > 0 } text) html.Leaf("p", text);
            using (html.Element("dl", ("class", "published")))
            {
                Entry(html, "Supported", feature.Supported);
                Entry(html, "Enabled by default", feature.EnabledByDefault);
                Entry(html, "Responsibility", feature.Responsibility);
                Entry(html, "Source", feature.Provenance);
            }
        }
    }

    private static string Outcome(FeatureResult result)
    {
        var policies = result.Policies.Count(policy => !policy.Policy.IsCompensating);
        return result.Feature.Outcome switch
        {
            FeatureOutcome.Policies => $"Azure Policy checks this with {(policies == 1 ? "one policy" : ReportHeadline.Invariant($"{policies} policies"))}. {ControlStatuses.Meaning(result.Status)}",
            FeatureOutcome.Attestation => $"A person attests this. {ControlStatuses.Meaning(result.Status)}",
            FeatureOutcome.Platform => ControlStatuses.Meaning(ControlStatus.Platform),
            _ => "No policy can answer for this.",
        };
    }

    private static void Entry(HtmlBuilder html, string term, string value)
    {
        using (html.Element("div"))
        {
            html.Leaf("dt", term);
            html.Leaf("dd", value);
        }
    }
}
