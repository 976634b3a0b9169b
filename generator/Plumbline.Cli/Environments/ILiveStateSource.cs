using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Environments;

/// <summary>Reads what an endpoint has, for commands that compare with it.</summary>
internal interface ILiveStateSource
{
    /// <summary>The state, or why it cannot be read.</summary>
    Task<ParseResult<LiveState>> ReadAsync(DeploymentSession session, LiveQuery query, CancellationToken cancellationToken);
}
