using System.Collections.Immutable;
using Azure.Core;
using Plumbline.Arm.Sending;
using Plumbline.Planning.Objects;

namespace Plumbline.Arm.Reading;

/// <summary>Asks for scopes by themselves: a list at a scope that does not exist is empty, or answers 404 like an object that is not there.</summary>
internal sealed class ScopeCheck(ArmSender sender)
{
    /// <summary>What is wrong with each scope; resources are not asked for, since each type has versions of its own.</summary>
    public async Task<ImmutableArray<ArmFailure>> CheckAsync(IEnumerable<string> scopes, CancellationToken cancellation)
    {
        var calls = scopes.Select(scope => ArmScope.Parse(scope)).OfType<ArmScope>().Select(CallOf).OfType<ArmCall>().DistinctBy(call => call.Path.ToUpperInvariant());
        var answers = await Task.WhenAll(calls.Select(call => sender.ReadAsync(call, cancellation)));
        return [.. answers.Select(answer => answer.Failure).OfType<ArmFailure>()];
    }

    private ArmCall? CallOf(ArmScope scope) => scope.Kind switch
    {
        ArmScopeKind.ManagementGroup => Get(scope.Id, ApiVersions.ManagementGroups),
        ArmScopeKind.Subscription => Get(scope.Id, ApiVersions.Resources),
        ArmScopeKind.ResourceGroup => Get(scope.Id, ApiVersions.Resources),
        _ => null,
    };

    private ArmCall Get(string path, string apiVersion) => new(RequestMethod.Get, sender.Connection.AddressOf(path, apiVersion));
}
