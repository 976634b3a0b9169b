using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>
/// Applies parameter files: a row is a policy, <c>{selector}Effect</c> its effect and <c>{selector}Parameters</c> values as a JSON object. An effect goes to the effect
/// parameter of a known initiative, else it is chosen for the policy.
/// </summary>
internal sealed class PacParameterFiles(EpacFiles files, MemberLookup lookup, ImmutableArray<Diagnostic>.Builder problems)
{
    private readonly Dictionary<(string File, string Selector), PacTable?> read = [];

    /// <summary>What a parameter file says of an entry.</summary>
    /// <param name="branch">The branch with the names of file and selector.</param>
    /// <param name="entry">What is assigned.</param>
    /// <param name="seen">Policies that an earlier entry of the branch has: their effect is weakened here, so that two initiatives do not do the same.</param>
    public PacSettingsOfRows Apply(PacNode branch, PacEntry entry, HashSet<string> seen)
    {
        if (branch.ParameterFile is not { } name || Table(branch, name) is not { } table) return PacSettingsOfRows.None;
        var selector = branch.ParameterSelector ?? "";
        var (parameters, effects, messages) = (new List<KeyValuePair<string, PolicyValue>>(), new List<EffectChoice>(), new List<MessageDeclaration>());
        foreach (var row in table.Rows)
        {
            if (Choice(entry, row) is not { } choice) continue;
            var isFirst = seen.Add(row.Field("name") ?? choice.Name);
            if (row.Field(selector + "Effect") is { } effect) Effect(entry, choice, isFirst ? effect : Weaker(effect), parameters, effects);
            if (row.Field(selector + "Parameters") is { } json) parameters.AddRange(Parameters(entry, row, json));
            if (branch.MessageColumn is { } column && row.Field(column) is { } message) messages.Add(new(choice, message));
        }

        return new(new ObjectValue([.. parameters.GroupBy(value => value.Key, StringComparer.OrdinalIgnoreCase).Select(same => same.Last())]), [.. effects], [.. messages]);
    }

    private PacTable? Table(PacNode branch, string name)
    {
        var key = (branch.At.File + "\n" + name, branch.ParameterSelector ?? "");
        if (read.TryGetValue(key, out var known)) return known;
        PacTable? table = null;
        if (files.ParameterFile(branch.At.File, name) is not { } source)
            problems.Add(DiagnosticCatalog.ImportReferenceUnknown(branch.At, "parameter file", name, NearestName.Find(name, files.Csv("policyAssignments").Select(file => file.File.Split('/')[^1]))));
        else if (!source.File.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            problems.Add(DiagnosticCatalog.NotImported(branch.At, $"the parameter file '{name}'", "only comma-separated values are read", "save it as .csv"));
        else
            table = Checked(PacTable.Read(source, IsColumn, problems), branch);
        return read[key] = table;
    }

    private PacTable Checked(PacTable table, PacNode branch)
    {
        if (branch.ParameterSelector is null) problems.Add(DiagnosticCatalog.ImportValueInvalid(branch.At, "'parameterSelector'", "given, because there is a parameter file"));
        else if (!table.Rows.IsEmpty && !table.Rows.Any(row => row.Fields.ContainsKey(branch.ParameterSelector + "Effect") || row.Fields.ContainsKey(branch.ParameterSelector + "Parameters")))
            problems.Add(DiagnosticCatalog.RowIgnored(new SourceLocation(table.File, new TextSpan(1, 1)), $"there is no column '{branch.ParameterSelector}Effect' or '{branch.ParameterSelector}Parameters'"));
        return table;
    }

    // Columns of other selectors are no mistake: a file serves several environments.
    private static bool IsColumn(string name) =>
        name.EndsWith("Effect", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Parameters", StringComparison.OrdinalIgnoreCase) || name.EndsWith("nonComplianceMessages", StringComparison.OrdinalIgnoreCase)
        || name.ToLowerInvariant() is "name" or "referencepath" or "policytype" or "category" or "displayname" or "description" or "groupnames" or "policysets" or "allowedeffects" or "defaulteffect" or "noncompliancemessage";

    // A row without a path is about a policy wherever it stands; with one only about that member of that initiative.
    private MemberChoice? Choice(PacEntry entry, PacRow row)
    {
        var (name, path) = (row.Field("name"), row.Field("referencePath"));
        if (path?.Split("//") is [var set, var reference])
            return IsSame(MemberLookup.NameOf(set), MemberLookup.NameOf(entry.Target)) ? new(MemberChoiceKind.Reference, reference, row.At) : null;
        if (name is null)
        {
            problems.Add(DiagnosticCatalog.RowIgnored(row.At, "it has neither a name nor a referencePath"));
            return null;
        }

        if (lookup.Members(entry.Target) is not { } members) return new(MemberChoiceKind.Policy, name, row.At);
        var found = members.FirstOrDefault(member => IsSame(MemberLookup.NameOf(MemberLookup.DefinitionIdOf(member)), name));
        return found is null ? null : new(MemberChoiceKind.Reference, MemberLookup.ReferenceOf(found), row.At);
    }

    private void Effect(PacEntry entry, MemberChoice choice, string effect, List<KeyValuePair<string, PolicyValue>> parameters, List<EffectChoice> effects)
    {
        if (EffectParameter(entry, choice) is not { } name) effects.Add(new(choice, effect));
        else if (!IsDefault(entry, name, effect)) parameters.Add(KeyValuePair.Create<string, PolicyValue>(name, new TextValue(effect)));
    }

    private string? EffectParameter(PacEntry entry, MemberChoice choice)
    {
        var member = lookup.Members(entry.Target)?.FirstOrDefault(one => IsSame(MemberLookup.ReferenceOf(one), choice.Name));
        return member?["parameters"] is ObjectValue passed && passed["effect"] is ObjectValue value && value["value"] is TextValue text ? PassedParameter.Name(text.Value) : null;
    }

    private bool IsDefault(PacEntry entry, string parameter, string effect) =>
        lookup.Initiative(entry.Target)?.Properties["parameters"] is ObjectValue declared && declared[parameter] is ObjectValue one && one["defaultValue"] is TextValue value && IsSame(value.Value, effect);

    private IEnumerable<KeyValuePair<string, PolicyValue>> Parameters(PacEntry entry, PacRow row, string json)
    {
        var parsed = PositionedJson.Parse(new SourceText(row.At.File, json));
        if (parsed.Value is null)
        {
            problems.Add(DiagnosticCatalog.RowIgnored(row.At, "its parameters are no JSON object"));
            return [];
        }

        // An initiative's effect parameters come from the column of effects.
        return PolicyValueReader.FromToken(parsed.Value) is ObjectValue values ? values.Properties.Where(value => IsDeclared(entry, row, value.Key)) : [];
    }

    private bool IsDeclared(PacEntry entry, PacRow row, string parameter)
    {
        if (lookup.Initiative(entry.Target)?.Properties["parameters"] is not ObjectValue declared || declared[parameter] is not UndefinedValue) return true;
        problems.Add(DiagnosticCatalog.ImportKeyIgnored(row.At, parameter, NearestName.Find(parameter, declared.Properties.Select(one => one.Key))));
        return false;
    }

    private static string Weaker(string effect) => effect.ToLowerInvariant() switch
    {
        "deny" or "modify" or "append" => "Audit",
        "deployifnotexists" => "AuditIfNotExists",
        _ => effect,
    };

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
