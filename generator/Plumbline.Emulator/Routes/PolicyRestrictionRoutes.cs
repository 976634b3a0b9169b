using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Insights;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary><c>checkPolicyRestrictions</c> at management groups, subscriptions and resource groups: what policies would say of a resource before it is written.</summary>
internal sealed class PolicyRestrictionRoutes(PreparedPolicies policies)
{
    private const string Type = "Microsoft.PolicyInsights/checkPolicyRestrictions";
    private const string Path = "/providers/" + Type;

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("POST", "/subscriptions/{subscription}" + Path, Type, Check),
        new("POST", "/subscriptions/{subscription}/resourceGroups/{group}" + Path, Type, Check),
        new("POST", $"/providers/{ResourceTypes.ManagementGroup}/{{managementGroup}}{Path}", Type, Check),
    ];

    private Outcome Check(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path[..^Path.Length], scope =>
    {
        if (RestrictionRequestReader.Read(request.Body, scope, out var error) is not { } asked) return ArmErrors.InvalidRequestContent(error ?? string.Empty);
        var program = RestrictionProgram.Create(policies, state, asked, request.Now);
        var resource = PartialResource.Of(asked, program.Policies.SelectMany(policy => policy.Fields).Select(field => field.Path));
        return new ArmResponse(200, RestrictionAnswer.Document(new FieldRestrictions(program, resource, asked), request.ApiVersion));
    });
}
