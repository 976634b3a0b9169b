using System.Globalization;

namespace Plumbline.Policy.Diagnostics;

/// <content>PLB2200 to PLB2249: what environments and exemptions say.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB2200: no owner id.</summary>
    public static Diagnostic OwnerIdMissing(SourceLocation at, string environment) =>
        Error("PLB2200", at, $"the environment '{Shortened(environment)}' has no 'ownerId', so nothing would tell what is ours", "add 'ownerId' with a GUID of your own, here or at the top of the file");

    /// <summary>PLB2201: a name that an environment cannot have.</summary>
    public static Diagnostic EnvironmentNameInvalid(SourceLocation at, string name) =>
        Error("PLB2201", at, $"'{Shortened(name)}' cannot be the name of an environment", "use 1 to 64 letters, digits, '-' and '_', beginning with a letter or digit");

    /// <summary>PLB2202: a scope of no form that Azure has.</summary>
    public static Diagnostic ScopeMalformed(SourceLocation at, string scope) =>
        Error("PLB2202", at, $"'{Shortened(scope)}' is no scope", "write '/subscriptions/<id>', with '/resourceGroups/<name>' or a resource behind it, or '/providers/Microsoft.Management/managementGroups/<name>'");

    /// <summary>PLB2203: a scope that cannot hold definitions.</summary>
    public static Diagnostic DefinitionScopeTooLow(SourceLocation at, string scope, string root) =>
        Error("PLB2203", at, $"'{Shortened(scope)}' cannot hold definitions: a subscription or management group can", $"write '{Shortened(root)}', and the scope at the assignment");

    /// <summary>PLB2204: an assignment's name is too long for a management group.</summary>
    public static Diagnostic AssignmentNameTooLong(SourceLocation at, string name, int maximum) =>
        Error("PLB2204", at, string.Create(CultureInfo.InvariantCulture, $"the assignment name '{Shortened(name)}' has {name.Length} characters; Azure accepts {maximum} at a management group"), "shorten the name; 'displayName' takes 128 characters");

    /// <summary>PLB2205: two assignments of one name at one scope.</summary>
    public static Diagnostic AssignmentRepeated(SourceLocation at, string name, string scope, int line) =>
        Error("PLB2205", at, string.Create(CultureInfo.InvariantCulture, $"the assignment '{Shortened(name)}' at '{Shortened(scope)}' stands at line {line} already; one would overwrite the other"), "give one of the two another name or scope");

    /// <summary>PLB2206: an assignment where its definition cannot be seen.</summary>
    public static Diagnostic ScopeOutsideDefinitions(SourceLocation at, string scope, string definitionScope) =>
        Error("PLB2206", at, $"'{Shortened(scope)}' is not in '{Shortened(definitionScope)}', where the definitions are; Azure refuses to assign them there", "set 'definitionScope' to a management group above both");

    /// <summary>PLB2207: something is left out that is not in.</summary>
    public static Diagnostic NotScopeOutside(SourceLocation at, string scope) =>
        Error("PLB2207", at, $"'{Shortened(scope)}' is not below a scope of the assignment, so it cannot be left out of it", "remove it, or correct the id");

    /// <summary>PLB2208: the id of something else than a built-in of the kind.</summary>
    public static Diagnostic PolicyIdMalformed(SourceLocation at, string id, string form) =>
        Error("PLB2208", at, $"'{Shortened(id)}' is neither the name of a committed document nor the id of a built-in", $"write the name, or '{form}'");

    /// <summary>PLB2209: an effect that does not exist.</summary>
    public static Diagnostic ChosenEffectUnknown(SourceLocation at, string effect, string? nearest) =>
        Error("PLB2209", at, $"'{Shortened(effect)}' is no effect of Azure Policy", DidYouMean(nearest) ?? "use Audit, Deny, Disabled, AuditIfNotExists, DeployIfNotExists, Modify, Append, DenyAction or Manual");

    /// <summary>PLB2210: the current ring is not among the rings.</summary>
    public static Diagnostic RingUnknown(SourceLocation at, string ring, string? nearest, string known) =>
        Error("PLB2210", at, $"there is no ring '{Shortened(ring)}'", DidYouMean(nearest) ?? $"use one of {known}");

    /// <summary>PLB2211: two rings of one name.</summary>
    public static Diagnostic RingRepeated(SourceLocation at, string ring, int line) =>
        Error("PLB2211", at, string.Create(CultureInfo.InvariantCulture, $"the ring '{Shortened(ring)}' stands at line {line} already"), "give one of the two another name");

    /// <summary>PLB2212: a ring is about an assignment that does not exist.</summary>
    public static Diagnostic RingAssignmentUnknown(SourceLocation at, string assignment, string? nearest, string known) =>
        Error("PLB2212", at, $"the environment has no assignment '{Shortened(assignment)}'", DidYouMean(nearest) ?? Shortened($"use one of {known}", 200));

    /// <summary>PLB2213: an identity without a region.</summary>
    public static Diagnostic IdentityLocationMissing(SourceLocation at) =>
        Error("PLB2213", at, "an assignment with an identity needs a region, and none is given", "add 'location', such as westeurope");

    /// <summary>PLB2214: an identity that is nowhere in particular.</summary>
    public static Diagnostic IdentityNotRegional(SourceLocation at) =>
        Error("PLB2214", at, "an assignment with an identity cannot be at 'global'; Azure refuses it", "write a region, such as westeurope");

    /// <summary>PLB2215: which identity is not said.</summary>
    public static Diagnostic IdentityIdNeeded(SourceLocation at) =>
        Error("PLB2215", at, "a user-assigned identity is named by its id, and none is given", "add 'id' with the resource id of the identity");

    /// <summary>PLB2216: an id that is not used.</summary>
    public static Diagnostic IdentityIdUnneeded(SourceLocation at) =>
        Error("PLB2216", at, "a system-assigned identity has no id of its own; this one would be ignored", "remove 'id', or write 'type: UserAssigned'");

    /// <summary>PLB2217: the id of something else than a user-assigned identity.</summary>
    public static Diagnostic IdentityIdMalformed(SourceLocation at, string id) =>
        Error("PLB2217", at, $"'{Shortened(id)}' is not the id of a user-assigned identity", "write '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>'");

    /// <summary>PLB2218: a role that is not known by name.</summary>
    public static Diagnostic RoleUnknown(SourceLocation at, string role, string? nearest) =>
        Error("PLB2218", at, $"'{Shortened(role)}' is no role known by its name", DidYouMean(nearest) ?? "write the id of the role definition");

    /// <summary>PLB2219: two resource selectors of one name.</summary>
    public static Diagnostic SelectorRepeated(SourceLocation at, string name) =>
        Error("PLB2219", at, $"another resource selector is named '{Shortened(name)}'", "give one of the two another name");

    /// <summary>PLB2220: a kind twice in a resource selector.</summary>
    public static Diagnostic ResourceSelectorKindRepeated(SourceLocation at, string kind) =>
        Error("PLB2220", at, $"'{Shortened(kind)}' stands twice in this resource selector; Azure accepts each kind once", "put the values into one selector, or use two resource selectors");

    /// <summary>PLB2221: kinds that cannot hold together.</summary>
    public static Diagnostic SelectorKindsExclusive(SourceLocation at, string name) =>
        Error("PLB2221", at, $"the resource selector '{Shortened(name)}' has resourceLocation and resourceWithoutLocation; no resource has both", "use two resource selectors");

    /// <summary>PLB2222: more than Azure accepts.</summary>
    public static Diagnostic TooManyInConfiguration(SourceLocation at, string what, int count, int maximum) =>
        Error("PLB2222", at, string.Create(CultureInfo.InvariantCulture, $"'{what}' has {count} entries; Azure accepts {maximum}"), "remove some, or use several assignments");

    /// <summary>PLB2223: the endpoint of a local cloud is elsewhere.</summary>
    public static Diagnostic EndpointNotLocal(SourceLocation at, string endpoint) =>
        Error("PLB2223", at, $"'{Shortened(endpoint)}' is not on this machine, as 'cloud: local' says", "write an address of localhost, or 'cloud: custom'");

    /// <summary>PLB2224: two messages for everything.</summary>
    public static Diagnostic MessageRepeated(SourceLocation at) =>
        Error("PLB2224", at, "there is a message for all policies already; Azure accepts one", "name the policies it is for, or remove one of the two");

    /// <summary>PLB2225: two exemptions of one name.</summary>
    public static Diagnostic ExemptionRepeated(SourceLocation at, string name, string file, int line) =>
        Error("PLB2225", at, string.Create(CultureInfo.InvariantCulture, $"the exemption '{Shortened(name)}' stands in {Shortened(file)} at line {line} already"), "give one of the two another name");

    /// <summary>PLB2226: a date that no calendar has.</summary>
    public static Diagnostic ExpiryImpossible(SourceLocation at, string text) =>
        Error("PLB2226", at, $"'{Shortened(text)}' is no date", "write a date like '2026-12-31' or an instant like '2026-12-31T18:00:00Z'");

    /// <summary>PLB2227: exemptions outside the checkout.</summary>
    public static Diagnostic ExemptionPathOutside(SourceLocation at, string path) =>
        Error("PLB2227", at, $"'{Shortened(path)}' leads out of the checkout, so what is exempt could not be reviewed", "write a path from the root of the checkout");

    /// <summary>PLB2228: exemptions that are not there.</summary>
    public static Diagnostic ExemptionPathMissing(SourceLocation at, string path) =>
        Error("PLB2228", at, $"there is no file or folder '{Shortened(path)}'", "correct the path, or create it");

    /// <summary>PLB2229: a file that holds no exemptions.</summary>
    public static Diagnostic ExemptionFileOfOtherKind(SourceLocation at, string path) =>
        Error("PLB2229", at, $"'{Shortened(path)}' is none of the kinds that hold exemptions", "name a file that ends with .yaml, .yml, .json or .csv");

    /// <summary>PLB2230: a CSV file without a header.</summary>
    public static Diagnostic CsvWithoutHeader(SourceLocation at) =>
        Error("PLB2230", at, "the file is empty, so no column has a name", "begin with a line of column names: name,assignment,scope,category,expiresOn,owner,ticket");

    /// <summary>PLB2231: a column twice.</summary>
    public static Diagnostic CsvColumnRepeated(SourceLocation at, string column) =>
        Error("PLB2231", at, $"the column '{Shortened(column)}' stands twice", "remove one of the two");

    /// <summary>PLB2232: a column that exemptions do not have.</summary>
    public static Diagnostic CsvColumnUnknown(SourceLocation at, string column, string? nearest, string known) =>
        Error("PLB2232", at, $"the column '{Shortened(column)}' is not known", DidYouMean(nearest) ?? $"use {known}");

    /// <summary>PLB2233: a column that exemptions need.</summary>
    public static Diagnostic CsvColumnMissing(SourceLocation at, string column) =>
        Error("PLB2233", at, $"the column '{column}' is missing", $"add '{column}'");

    /// <summary>PLB2234: a row of another length.</summary>
    public static Diagnostic CsvRowRagged(SourceLocation at, int fields, int columns) =>
        Error("PLB2234", at, string.Create(CultureInfo.InvariantCulture, $"the row has {fields} fields, and the header names {columns} columns"), "quote fields that hold commas, and write empty fields for what is left out");

    /// <summary>PLB2235: quotes that do not fit.</summary>
    public static Diagnostic CsvQuoteMisplaced(SourceLocation at, string problem) =>
        Error("PLB2235", at, $"the quotes of this field do not fit: {problem}", "put the whole field between quotes, and write a quote in it twice");

    /// <summary>PLB2236: more rows than are read.</summary>
    public static Diagnostic CsvTooLarge(SourceLocation at, int maximum) =>
        Error("PLB2236", at, string.Create(CultureInfo.InvariantCulture, $"the file has more than {maximum} rows"), "split it, or exempt from fewer things");

    /// <summary>PLB2240: a file that cannot be changed in one place.</summary>
    public static Diagnostic EditNotPossible(SourceLocation at, string what, string reason) =>
        Error("PLB2240", at, $"{Shortened(what)} cannot be written: {reason}; nothing was changed", "make the change by hand");

    /// <summary>PLB2241: no file to write an exemption to.</summary>
    public static Diagnostic ExemptionFileNeeded(SourceLocation at, string environment) =>
        Error("PLB2241", at, $"the environment '{Shortened(environment)}' names no single exemption file, so it is not known where to write", "add '--file' with one of its files, or a new file in one of its folders");

    /// <summary>PLB2242: a file that the environment does not read.</summary>
    public static Diagnostic ExemptionFileNotRead(SourceLocation at, string environment, string file) =>
        Error("PLB2242", at, $"the environment '{Shortened(environment)}' does not read '{Shortened(file)}', so the exemption would have no effect", "add the file or its folder to 'exemptions' of the environment, or name another file");

    /// <summary>PLB2243: an option of the command that makes no exemption.</summary>
    public static Diagnostic ExemptionOptionInvalid(SourceLocation at, string problem) =>
        Error("PLB2243", at, $"no exemption was created: {Shortened(problem, 200)}", "correct the option");

    /// <summary>PLB2244: an exemption that ended.</summary>
    public static Diagnostic ExemptionExpired(SourceLocation at, string name, string date, string owner) =>
        Warning("PLB2244", at, $"the exemption '{Shortened(name)}' of {Shortened(owner)} expired on {date}: Azure does not honour it any more", "remove it, or have it approved for longer");

    /// <summary>PLB2245: an exemption that ends soon.</summary>
    public static Diagnostic ExemptionExpiring(SourceLocation at, string name, int days, string owner, string ticket) =>
        Warning("PLB2245", at, string.Create(CultureInfo.InvariantCulture, $"the exemption '{Shortened(name)}' of {Shortened(owner)} ({Shortened(ticket)}) expires in {days} day(s)"), "fix what it covers, or have it approved for longer");

    /// <summary>PLB2246: an exemption from nothing.</summary>
    public static Diagnostic ExemptionOrphaned(SourceLocation at, string name, string scope, string? nearest) =>
        Warning("PLB2246", at, $"the exemption '{Shortened(name)}' concerns no assignment of the environment at '{Shortened(scope)}'", DidYouMean(nearest) ?? "remove it, or correct what it exempts from");

    /// <summary>PLB2247: an exemption at the endpoint whose assignment is gone.</summary>
    public static Diagnostic DeployedExemptionOrphaned(SourceLocation at, string id, string assignment) =>
        Warning("PLB2247", at, $"'{Shortened(id, 120)}' exempts from '{Shortened(assignment, 100)}', which does not exist any more", "apply the environment: it removes what is not declared");

    /// <summary>PLB2248: an exemption that changes nothing.</summary>
    public static Diagnostic ExemptionRedundant(SourceLocation at, string name, string scope, string reason) =>
        Warning("PLB2248", at, $"the exemption '{Shortened(name)}' at '{Shortened(scope)}' changes nothing: {Shortened(reason, 100)}", "remove it");
}
