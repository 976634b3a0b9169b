using System.Collections.Immutable;
using Plumbline.Policy.Values;
using static Plumbline.Scan.Terraform.ArmShape;

namespace Plumbline.Scan.Terraform;

/// <summary>
/// Puts <c>azurerm_container_app_custom_domain</c> where Azure has it: into the ingress of its app. When nobody can tell which app it is, each app of the plan
/// has a domain that is not known.
/// </summary>
internal static class CustomDomains
{
    /// <summary>The resource with the domains that belong to it.</summary>
    public static ObjectValue AddTo(ObjectValue resource, PlannedResource planned, IEnumerable<PlannedResource> domains, PlanReferences references)
    {
        if (planned.Type != "azurerm_container_app") return resource;
        var own = domains.Select(domain => Domain(domain, planned, references)).OfType<PolicyValue>().ToImmutableArray();
        return own.IsEmpty ? resource : With(resource, ["properties", "configuration", "ingress"], ingress => Added(ingress, own));
    }

    private static PolicyValue? Domain(PlannedResource domain, PlannedResource app, PlanReferences references)
    {
        if (domain.Values.Text("container_app_id") is { } id)
            return string.Equals(id, app.Values.Text("id"), StringComparison.OrdinalIgnoreCase) ? Mapped(domain) : null;
        var target = references.Target(domain.Address, "container_app_id", "azurerm_container_app");
        if (target is null) return domain.Later("name");
        return target != PlanReferences.WithoutKeys(app.Address) ? null : target == app.Address ? Mapped(domain) : domain.Later("name");
    }

    private static PolicyValue Mapped(PlannedResource domain) => Object(
        ("name", domain.Values["name"]),
        ("bindingType", domain.Values.NotEmpty("certificate_binding_type")),
        ("certificateId", domain.Values.NotEmpty("container_app_environment_certificate_id")));

    private static PolicyValue Added(PolicyValue ingress, ImmutableArray<PolicyValue> domains)
    {
        if (ingress is not ObjectValue item) return ingress;
        var known = item["customDomains"];
        return known is TextValue ? ingress : Set(item, "customDomains", new ArrayValue([.. (known as ArrayValue)?.Items ?? [], .. domains]));
    }

    private static ObjectValue With(ObjectValue item, ReadOnlySpan<string> path, Func<PolicyValue, PolicyValue> change)
    {
        var value = item[path[0]];
        var changed = path.Length == 1 ? change(value) : value is ObjectValue inner ? With(inner, path[1..], change) : value;
        return changed is UndefinedValue ? item : Set(item, path[0], changed);
    }

    private static ObjectValue Set(ObjectValue item, string name, PolicyValue value) =>
        new([.. item.Properties.Where(property => property.Key != name), KeyValuePair.Create(name, value)]);
}
