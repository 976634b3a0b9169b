using System.Collections.Immutable;
using System.Text;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Writing;

/// <summary>
/// Writes chosen effects: as overrides where the reference ids are known, else, for policies of built-in initiatives, as a parameter file,
/// in which EPAC finds them by the name of the policy.
/// </summary>
internal sealed class EpacEffects(MemberLookup lookup, ImmutableArray<Diagnostic>.Builder problems)
{
    /// <summary>The reference ids that a choice means; null when that cannot be known.</summary>
    public ImmutableArray<string>? References(AssignmentDeclaration assignment, MemberChoice choice) => lookup.References(assignment.Target, choice);

    /// <summary>The overrides of an assignment, as ARM has them: one for each effect.</summary>
    public IEnumerable<PolicyValue> Overrides(AssignmentDeclaration assignment)
    {
        if (assignment.Kind == ArmObjectKind.PolicyDefinition)
            return Choices(assignment).TakeLast(1).Select(choice => Override(choice.Effect, []));
        Report(assignment);
        var chosen = Choices(assignment)
            .SelectMany(choice => (References(assignment, choice.Members) ?? []).Select(reference => new EffectChoice(new(MemberChoiceKind.Reference, reference, choice.Members.At), choice.Effect)));
        return EffectGroups.Normalised(chosen)
            .GroupBy(choice => choice.Effect, StringComparer.OrdinalIgnoreCase)
            .Select(same => Override(same.First().Effect, [.. same.Select(choice => choice.Members.Name)]));
    }

    /// <summary>The parameter file of an assignment; null when it needs none.</summary>
    public string? Table(DeploymentEnvironment environment, AssignmentDeclaration assignment)
    {
        var rows = Choices(assignment).Where(choice => IsForTable(assignment, choice)).ToImmutableArray();
        if (rows.IsEmpty) return null;
        var text = new StringBuilder(CsvText.Line(["name", "referencePath", $"{environment.Name}Effect", $"{environment.Name}Parameters"])).Append('\n');
        foreach (var row in EffectGroups.Normalised(rows)) text.Append(CsvText.Line([MemberLookup.NameOf(row.Members.Name), "", row.Effect, ""])).Append('\n');
        return text.ToString();
    }

    /// <summary>The name of the parameter file.</summary>
    public static string TableName(DeploymentEnvironment environment, AssignmentDeclaration assignment) => $"{FileName.Of(assignment.Name)}-{FileName.Of(environment.Name)}.csv";

    private bool IsForTable(AssignmentDeclaration assignment, EffectChoice choice) =>
        assignment.Kind == ArmObjectKind.PolicySetDefinition && choice.Members.Kind == MemberChoiceKind.Policy && References(assignment, choice.Members) is null;

    private static IEnumerable<EffectChoice> Choices(AssignmentDeclaration assignment) =>
        assignment.Effects.Concat(assignment.Exclusions.Select(exclusion => new EffectChoice(exclusion.Members, "Disabled")));

    private void Report(AssignmentDeclaration assignment)
    {
        foreach (var exclusion in assignment.Exclusions)
            problems.Add(DiagnosticCatalog.NotExpressible(exclusion.Members.At, $"the reason why '{exclusion.Members.Name}' is excluded", EpacFormat.Title, "the exclusion itself is an override to Disabled"));
        foreach (var choice in Choices(assignment).Where(choice => choice.Members.Kind == MemberChoiceKind.Control && References(assignment, choice.Members) is null))
            problems.Add(DiagnosticCatalog.NotExpressible(choice.Members.At, $"the effect for the control '{choice.Members.Name}' of a built-in initiative", EpacFormat.Title, "name the policies by their reference ids"));
    }

    private static ObjectValue Override(string effect, ImmutableArray<string> references)
    {
        var selector = JsonText.Object(("kind", new TextValue("policyDefinitionReferenceId")), ("in", JsonText.Texts(references)));
        return JsonText.Object(
            ("kind", new TextValue("policyEffect")), ("value", new TextValue(effect)), ("selectors", references.IsEmpty ? UndefinedValue.Instance : new ArrayValue([selector])));
    }
}
