using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac;

/// <summary>What an import found.</summary>
/// <param name="Model">Environments and documents; null when there is no usable file of settings.</param>
/// <param name="OwnerId">The owner's id: EPAC's <c>pacOwnerId</c>.</param>
/// <param name="Diagnostics">Every key that was ignored, and everything that is wrong.</param>
public sealed record EpacImport(ExchangeModel? Model, string OwnerId, ImmutableArray<Diagnostic> Diagnostics);
