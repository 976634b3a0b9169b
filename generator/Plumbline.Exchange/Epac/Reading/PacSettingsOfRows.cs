using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>What the rows of a parameter file say of an assignment.</summary>
/// <param name="Parameters">Values of parameters.</param>
/// <param name="Effects">Effects of policies that have no parameter for it.</param>
/// <param name="Messages">Messages.</param>
internal sealed record PacSettingsOfRows(ObjectValue Parameters, ImmutableArray<EffectChoice> Effects, ImmutableArray<MessageDeclaration> Messages)
{
    /// <summary>Nothing.</summary>
    public static PacSettingsOfRows None { get; } = new(new ObjectValue([]), [], []);
}
