using System.Collections.Immutable;
using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads what an assignment or a ring says of single policies.</summary>
/// <param name="found">Takes the problems.</param>
internal sealed class MemberReader(ImmutableArray<Diagnostic>.Builder found)
{
    private static readonly ImmutableArray<(string Key, MemberChoiceKind Kind)> Kinds =
        [("control", MemberChoiceKind.Control), ("policy", MemberChoiceKind.Policy), ("reference", MemberChoiceKind.Reference)];

    private static readonly ImmutableArray<string> Effective =
    [
        EffectNames.Audit, EffectNames.Deny, EffectNames.Disabled, EffectNames.AuditIfNotExists, EffectNames.DeployIfNotExists,
        EffectNames.Modify, EffectNames.Append, EffectNames.DenyAction, EffectNames.Manual,
    ];

    /// <summary>The entries of <c>effects</c>.</summary>
    public ImmutableArray<EffectChoice> Effects(YamlMapping owner) =>
        [.. from written in owner.Mappings("effects") let chosen = Choice(written) where chosen is not null select new EffectChoice(chosen, Effect(written))];

    /// <summary>The entries of <c>exclusions</c>.</summary>
    public static ImmutableArray<MemberExclusion> Exclusions(YamlMapping owner) =>
        [.. from written in owner.Mappings("exclusions") let chosen = Choice(written) where chosen is not null select new MemberExclusion(chosen, written.Text("reason"))];

    /// <summary>The entries of <c>messages</c>. Azure takes one message for all, and one for each policy.</summary>
    public ImmutableArray<MessageDeclaration> Messages(YamlMapping owner)
    {
        var messages = owner.Mappings("messages").ToImmutableArray();
        foreach (var second in messages.Where(written => Choice(written) is null).Skip(1)) found.Add(DiagnosticCatalog.MessageRepeated(second.Location));
        return [.. messages.Select(written => new MessageDeclaration(Choice(written), written.Text("text")))];
    }

    private static MemberChoice? Choice(YamlMapping written)
    {
        var (key, kind) = Kinds.FirstOrDefault(candidate => written[candidate.Key] is YamlScalar);
        return key is null ? null : new MemberChoice(kind, written.Text(key), written.LocationOf(key));
    }

    private string Effect(YamlMapping written)
    {
        var effect = written.Text("effect");
        if (effect.Length > 0 && EffectNames.Canonical(effect) is null) found.Add(DiagnosticCatalog.ChosenEffectUnknown(written.LocationOf("effect"), effect, NearestName.Find(effect, Effective)));
        return EffectNames.Canonical(effect) ?? effect;
    }
}
