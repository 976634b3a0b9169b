using System.Globalization;

namespace Plumbline.Policy.Diagnostics;

/// <content>PLB6101 to PLB6199: scans of templates, plans and inventories.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB6101: an input is none of the kinds that can be scanned.</summary>
    public static Diagnostic InputNotScannable(SourceLocation at, string reason) =>
        Error("PLB6101", at, $"this input cannot be scanned: {Limited(reason)}", "name a .bicep, .bicepparam or .json file (template, Terraform plan, inventory), or a folder of them");

    /// <summary>PLB6102: an input holds no resource.</summary>
    public static Diagnostic InputWithoutResources(SourceLocation at) =>
        Warning("PLB6102", at, "this input holds no resource, so nothing of it was evaluated");

    /// <summary>PLB6103: an inventory is not JSON.</summary>
    public static Diagnostic InventoryMalformed(SourceLocation at, string reason) =>
        Error("PLB6103", at, $"the inventory cannot be read from here on: {Limited(reason)}", "export it again; a list, a page with 'value' or 'data', and JSON Lines are read");

    /// <summary>PLB6104: an element of an inventory is no resource.</summary>
    public static Diagnostic NotAResource(SourceLocation at, string reason) =>
        Error("PLB6104", at, $"this is no resource and was not evaluated: {Limited(reason)}", "query whole resources: 'id', 'type', 'name', 'location', 'tags' and 'properties'");

    /// <summary>PLB6105: an inventory is one page of a longer list.</summary>
    public static Diagnostic InventoryTruncated(SourceLocation at, long count) =>
        Warning("PLB6105", at, string.Create(CultureInfo.InvariantCulture, $"the inventory is one page of a longer list: the resources after the first {count} were not evaluated"), "fetch all pages, and write them into one list or JSON Lines");

    /// <summary>PLB6106: a template needs values that nobody gave.</summary>
    public static Diagnostic TemplateParametersMissing(SourceLocation at, string names) =>
        Error("PLB6106", at, $"the template has parameters without a default value, and no value was given: {Limited(names)}", "give the values in a file, with --parameters");

    /// <summary>PLB6107: the Bicep command-line interface is not there.</summary>
    public static Diagnostic BicepNotFound(SourceLocation at, string restore) =>
        Error("PLB6107", at, "templates are expanded by Bicep, and it was found neither by BICEP_PATH, nor on the PATH, nor in the NuGet cache", restore);

    /// <summary>PLB6108: Bicep cannot expand a template.</summary>
    public static Diagnostic TemplateNotExpanded(SourceLocation at, string reason) =>
        Error("PLB6108", at, $"Bicep cannot expand this template: {Limited(reason)}");

    /// <summary>PLB6109: a part of a template could not be expanded.</summary>
    public static Diagnostic TemplatePartNotExpanded(SourceLocation at, string reason) =>
        Warning("PLB6109", at, $"a part of the template was not expanded, so its resources were not evaluated: {Limited(reason)}", "scan the linked template by itself");

    /// <summary>PLB6110: a value is given for a parameter that nobody declares.</summary>
    public static Diagnostic ScanParameterUnknown(SourceLocation at, string name, string? nearest) =>
        Error("PLB6110", at, $"'{Shortened(name)}' is a parameter of no scanned template and of no evaluated policy", DidYouMean(nearest) ?? "remove it");

    /// <summary>PLB6111: there is no policy to evaluate.</summary>
    public static Diagnostic NoPolicies(SourceLocation at) =>
        Error("PLB6111", at, "there is no policy to evaluate here: neither a definition nor an initiative", "name a definition, an initiative or a folder of them with --policy");

    /// <summary>PLB6112: a policy of an initiative cannot be evaluated because its definition is not there.</summary>
    public static Diagnostic ScanDefinitionMissing(SourceLocation at, string reference, string definition) =>
        Error("PLB6112", at, $"the definition '{Shortened(definition)}' of reference '{Shortened(reference)}' is not among the policies, so it was not evaluated", "name its file with --policy as well");

    /// <summary>PLB6113: a plan is not one that can be read.</summary>
    public static Diagnostic TerraformPlanInvalid(SourceLocation at, string reason) =>
        Error("PLB6113", at, $"the Terraform plan cannot be read: {Limited(reason)}", "write it with 'terraform show -json PLANFILE'");

    /// <summary>PLB6114: resources of a plan have types that are not translated.</summary>
    public static Diagnostic TerraformTypeNotCovered(SourceLocation at, string type, int count) =>
        Warning("PLB6114", at, string.Create(CultureInfo.InvariantCulture, $"{count} resource(s) of type '{Shortened(type)}' are not covered and were not evaluated"));

    /// <summary>PLB6115: a baseline cannot be used.</summary>
    public static Diagnostic BaselineInvalid(SourceLocation at, string reason) =>
        Error("PLB6115", at, $"the baseline cannot be used: {Limited(reason)}", "write it with --write-baseline FILE --owner NAME --until yyyy-MM-dd");

    /// <summary>PLB6116: an entry of a baseline is for a finding that is not there any more.</summary>
    public static Diagnostic BaselineEntryUnused(SourceLocation at, string policy, string resource) =>
        Warning("PLB6116", at, $"no finding matches the entry for '{Shortened(policy)}' on '{Shortened(resource)}'", "remove the entry");

    /// <summary>PLB6117: an entry of a baseline has expired.</summary>
    public static Diagnostic BaselineEntryExpired(SourceLocation at, string policy, string resource, string owner, string until) =>
        Warning("PLB6117", at, $"the entry for '{Shortened(policy)}' on '{Shortened(resource)}' expired on {until} and hides nothing any more; its owner is {Shortened(owner)}", "fix the resource, or agree on a new date");

    /// <summary>PLB6118: there are more findings than a report keeps.</summary>
    public static Diagnostic FindingsOmitted(SourceLocation at, long count) =>
        Warning("PLB6118", at, string.Create(CultureInfo.InvariantCulture, $"{count} more finding(s) were counted and are not listed"), "raise --max-findings, or scan in shards");

    /// <summary>PLB6119: results do not belong together.</summary>
    public static Diagnostic ScanResultsMismatch(SourceLocation at, string reason) =>
        Error("PLB6119", at, $"these results cannot be merged: {Limited(reason)}", "merge the results of all shards of one scan");

    /// <summary>PLB6120: an option of a scan cannot be used as given.</summary>
    public static Diagnostic ScanOptionInvalid(SourceLocation at, string reason) =>
        Error("PLB6120", at, $"this option cannot be used: {Limited(reason)}");

    /// <summary>PLB6121: there are too many resources that others may be related to.</summary>
    public static Diagnostic RelatedResourcesOmitted(SourceLocation at, int kept) =>
        Warning("PLB6121", at, string.Create(CultureInfo.InvariantCulture, $"the inputs hold more than {kept} resources that policies look for beside others; verdicts that need the rest are unknown"), "scan in shards of subscriptions");
}
