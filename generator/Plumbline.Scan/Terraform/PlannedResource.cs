using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Terraform;

/// <summary>A resource of a plan as it will be.</summary>
/// <param name="Address">Its address, such as <c>module.shop.azurerm_container_app.web[0]</c>.</param>
/// <param name="Type">Terraform's type.</param>
/// <param name="Values">Its attributes. One that is not known before the apply is the text of an expression, <c>[terraform('address.attribute')]</c>; one that is sensitive is <c>[sensitive('address.attribute')]</c>.</param>
/// <param name="Location">The plan, the line of the resource and its address.</param>
internal sealed record PlannedResource(string Address, string Type, PlanBlock Values, SourceLocation Location)
{
    /// <summary>An attribute that the plan does not have and the apply will give.</summary>
    public PolicyValue Later(string attribute) => PlanValues.Unknown(Address, attribute);
}
