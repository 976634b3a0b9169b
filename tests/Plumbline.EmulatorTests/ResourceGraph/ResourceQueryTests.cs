namespace Plumbline.EmulatorTests.ResourceGraph;

/// <summary>What Microsoft's documentation shows to ask of <c>resources</c> and <c>resourcecontainers</c>; results worked out by hand.</summary>
public sealed class ResourceQueryTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "Resources | summarize count()", """{"count_":5}""" },
        { "summarize count()", """{"count_":5}""" },
        { "Resources | where type =~ 'microsoft.keyvault/vaults' | count", """{"Count":1}""" },
        { "Resources | project name, type, location | order by name asc | limit 2", """
            {"name":"kv1","type":"microsoft.keyvault/vaults","location":"westeurope"}
            {"name":"nic1","type":"microsoft.network/networkinterfaces","location":"eastus"}
            """ },
        { "Resources | project name, location, type | where type =~ 'Microsoft.Compute/virtualMachines' | order by name desc", """
            {"name":"vm2","location":"westeurope","type":"microsoft.compute/virtualmachines"}
            {"name":"vm1","location":"eastus","type":"microsoft.compute/virtualmachines"}
            """ },
        { "Resources | where type =~ 'Microsoft.Compute/virtualMachines' | project name, properties.storageProfile.osDisk.osType | top 1 by name desc", """{"name":"vm2","properties_storageProfile_osDisk_osType":"Windows"}""" },
        { "Resources | where type =~ 'Microsoft.Compute/virtualMachines' | summarize count() by tostring(properties.storageProfile.osDisk.osType)", """
            {"properties_storageProfile_osDisk_osType":"Linux","count_":1}
            {"properties_storageProfile_osDisk_osType":"Windows","count_":1}
            """ },
        { "Resources | where type contains 'storage' | distinct type", """{"type":"microsoft.storage/storageaccounts"}""" },
        { "Resources | where tags.env=~'PROD' | project name, tags", """{"name":"vm1","tags":{"env":"prod"}}""" },
        { "Resources | where isnotempty(tags['cost center']) | project name, center = tags['cost center']", """{"name":"vm2","center":"42"}""" },
        { """
          Resources
          | where isnotempty(tags)
          | project tags
          | mvexpand tags
          | extend tagKey = tostring(bag_keys(tags)[0])
          | extend tagValue = tostring(tags[tagKey])
          | distinct tagKey, tagValue
          | where tagKey !startswith "hidden-"
          """, """
            {"tagKey":"env","tagValue":"prod"}
            {"tagKey":"env","tagValue":"dev"}
            {"tagKey":"cost center","tagValue":"42"}
            """ },
        { "Resources | project tags | summarize buildschema(tags)", """{"schema_tags":{"cost center":"string","env":"string","hidden-link":"string"}}""" },
        { "Resources | where type =~ 'microsoft.storage/storageaccounts' | where properties.supportsHttpsTrafficOnly == false | project name, sku.name, kind", """{"name":"st1","sku_name":"Standard_LRS","kind":"StorageV2"}""" },
        { "Resources | where type == 'microsoft.network/networkinterfaces' | mv-expand ipconfig = properties.ipConfigurations | project name, ip = tostring(ipconfig.properties.privateIPAddress)", """
            {"name":"nic1","ip":"10.0.0.4"}
            {"name":"nic1","ip":"10.0.0.5"}
            """ },
        { """
          Resources
          | where type =~ 'microsoft.compute/virtualmachines'
          | project vmId = tolower(tostring(id)), vmName = name
          | join (Resources
              | where type =~ 'microsoft.network/networkinterfaces'
              | mv-expand ipconfig=properties.ipConfigurations
              | project vmId = tolower(tostring(properties.virtualMachine.id)), privateIp = ipconfig.properties.privateIPAddress
          ) on vmId
          | project-away vmId, vmId1
          | sort by tostring(privateIp) asc
          """, """
            {"vmName":"vm1","privateIp":"10.0.0.4"}
            {"vmName":"vm1","privateIp":"10.0.0.5"}
            """ },
        { "Resources | summarize resourceCount=count() by subscriptionId | join (ResourceContainers | where type=='microsoft.resources/subscriptions' | project SubName=name, subscriptionId) on subscriptionId | project-away subscriptionId, subscriptionId1", """
            {"resourceCount":4,"SubName":"Production"}
            {"resourceCount":1,"SubName":"Sandbox"}
            """ },
        { "Resources | join kind=leftouter (ResourceContainers | where type=~'microsoft.resources/subscriptions/resourcegroups' | project rgName=name, resourceGroup, rgTags=tags) on resourceGroup | summarize count() by rgName", """
            {"rgName":"rg1","count_":3}
            {"rgName":"rg2","count_":1}
            {"rgName":"","count_":1}
            """ },
        { "ResourceContainers | where type == 'microsoft.resources/subscriptions' | mv-expand managementGroupParent = properties.managementGroupAncestorsChain | where managementGroupParent.name =~ 'corp' | project name, id", """{"name":"Production","id":"/subscriptions/s1"}""" },
        { "resources | union (resourcecontainers | where name == 'rg1') | where resourceGroup == 'rg1' | project name | order by name asc", """
            {"name":"nic1"}
            {"name":"rg1"}
            {"name":"st1"}
            {"name":"vm1"}
            """ },
        { "ResourceContainers | where type=='microsoft.resources/subscriptions/resourcegroups' | where tags['owner'] == 'ops' or name !in ('rg1', 'rg9') | project name", """
            {"name":"rg1"}
            {"name":"rg2"}
            """ },
        { "Resources | where name matches regex @'^vm[0-9]+$' | extend size = extract('Standard_([A-Z])', 1, tostring(properties.hardwareProfile.vmSize)) | project name, size", """
            {"name":"vm1","size":"B"}
            {"name":"vm2","size":"D"}
            """ },
        { "resources | where todatetime(properties.timeCreated) > ago(7d) | project name", """{"name":"vm1"}""" },
        { "resources | where todatetime(properties.timeCreated) between (datetime(2025-12-31) .. datetime(2026-01-02)) | project name", """{"name":"vm2"}""" },
        { "Resources | summarize count() by location, bin(todatetime(properties.timeCreated), 30d) | where location == 'westeurope' | project count_", """
            {"count_":1}
            {"count_":1}
            """ },
        { "resources | parse id with '/subscriptions/' sub '/resourceGroups/' rg '/' * | distinct sub, rg | take 2", """
            {"sub":"s1","rg":"rg1"}
            {"sub":"s1","rg":"rg2"}
            """ },
        { "resources | where name in (policyresources | where type == 'microsoft.policyinsights/policystates' | project resource = tostring(split(properties.resourceId, '/')[8])) | project name | order by name asc", """
            {"name":"st1"}
            {"name":"vm1"}
            {"name":"vm2"}
            """ },
        { "resources | summarize share = round(100.0 * countif(location == 'eastus') / count(), 1), types = dcount(type), first = min(name), last = max(name)", """{"share":60,"types":4,"first":"kv1","last":"vm2"}""" },
        { "resources | project-keep name, loc* | project-rename where_ = location | take 1", """{"name":"vm1","where_":"eastus"}""" },
        { "resources | lookup (resourcecontainers | where type == 'microsoft.resources/subscriptions' | project subscriptionId, sub = name) on subscriptionId | project name, sub | take 1", """{"name":"vm1","sub":"Production"}""" },
        { "resources | summarize make_set(location), any(subscriptionId) by kind | order by kind desc", """
            {"kind":"StorageV2","set_location":["eastus"],"any_subscriptionId":"s1"}
            {"kind":"","set_location":["eastus","westeurope"],"any_subscriptionId":"s1"}
            """ },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Query_about_resources_gives(string query, string expected) => Assert.Equal(expected, GraphSample.Estate.Lines(query));
}
