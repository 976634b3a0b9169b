using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm;

/// <summary>Where to deploy to and read from.</summary>
/// <param name="Endpoint">The ARM endpoint; <c>https</c>.</param>
/// <param name="Audience">The resource tokens are for.</param>
/// <param name="Scope"><c>/subscriptions/{id}</c>, <c>/subscriptions/{id}/resourceGroups/{name}</c> or <c>/providers/Microsoft.Management/managementGroups/{name}</c>.</param>
/// <param name="Assignment">How the initiative is assigned at the scope.</param>
public sealed record DeploymentTarget(Uri Endpoint, string Audience, string Scope, AssignmentSettings Assignment)
{
    /// <summary>Whether a connection can be made at all: <c>https</c> and a scope that policies can be assigned at.</summary>
    /// <param name="at">Where the environment is configured.</param>
    public ImmutableArray<Diagnostic> Check(SourceLocation at)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (Endpoint.Scheme != Uri.UriSchemeHttps) found.Add(DiagnosticCatalog.EndpointNotHttps(at, Endpoint.ToString()));
        if (TargetScope.Parse(Scope) is null) found.Add(DiagnosticCatalog.ScopeNotUsable(at, Scope));
        return found.ToImmutable();
    }
}

/// <summary>How the initiative is assigned.</summary>
/// <param name="Name">The assignment's resource name: at most 64 characters, 24 at a management group.</param>
/// <param name="DisplayName">What people see.</param>
/// <param name="EnforcementMode"><c>Default</c> or <c>DoNotEnforce</c>: compliance is recorded in both, <c>deny</c> acts only in the first.</param>
/// <param name="Parameters">Values of initiative parameters by name, plain (<c>{ "effect": "Audit" }</c>); the <c>value</c> wrapper is added.</param>
public sealed record AssignmentSettings(string Name, string DisplayName, string EnforcementMode, JObject Parameters);
