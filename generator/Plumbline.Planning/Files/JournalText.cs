using System.Collections.Immutable;
using Plumbline.Planning.Journals;

namespace Plumbline.Planning.Files;

/// <summary>A journal that was read.</summary>
/// <param name="Events">Its events, in their order.</param>
public sealed record JournalText(ImmutableArray<JournalEvent> Events);
