using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;

namespace Plumbline.Exchange.Model;

/// <summary>What is exchanged with another tool: environments with all that they declare, and the documents they assign.</summary>
/// <param name="Environments">In the order of the configuration.</param>
/// <param name="Documents">The definitions and initiatives.</param>
public sealed record ExchangeModel(ImmutableArray<DeploymentEnvironment> Environments, PolicyDocuments Documents);
