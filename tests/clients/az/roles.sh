management=/providers/Microsoft.Management/managementGroups/mg-az

# as_reader COMMAND...: with the configuration of a principal who may only read.
as_reader() { AZURE_CONFIG_DIR=$STORY_HOME/reader "$@"; }

step "built-in roles are listed (az rest: 'az role definition list' asks the graph of the directory, too)" acdd72a7-3385-48ef-bd42-f606fba81ae7 \
  az rest --method get --url "$authorization/roleDefinitions?api-version=2022-04-01" --uri-parameters "\$filter=roleName eq 'Reader'" --query "value[0].name"
step "a reader signs in" Enabled as_reader login "$PLUMBLINE_READER"
step "a reader reads" https-only as_reader az policy definition show -n https-only --query name
refused "a reader writes no definition" "AuthorizationFailed.*Microsoft.Authorization/policyDefinitions/write" as_reader az policy definition create -n not-mine --rules "$documents/soft-delete.rule.json" --params "$documents/soft-delete.parameters.json"
refused "a reader writes no resource" "AuthorizationFailed.*Microsoft.Storage/storageAccounts/write" as_reader put stmine true westeurope --api-version 2023-05-01
# 'az resource delete' keeps the reason to itself; az rest shows it.
refused "a reader deletes nothing" "failed to be deleted" as_reader az resource delete --ids "$storage/stgood" --api-version 2023-05-01
refused "the reason is the role (az rest)" "AuthorizationFailed.*Microsoft.Storage/storageAccounts/delete" as_reader az rest --method delete --url "$storage/stgood?api-version=2023-05-01"
step "a reader reads compliance" "~stgood" eval "as_reader az policy state list -a storage --query '[].resourceId'"
step "a management group is created" mg-az az account management-group create -n mg-az --display-name "Azure CLI" --query name
step "the subscription is moved into it" - az account management-group subscription add -n mg-az -s "$PLUMBLINE_SUBSCRIPTION"
step "a definition of the management group is created" https-everywhere az policy definition create -n https-everywhere --management-group mg-az --mode Indexed \
  --rules "$documents/https-only.rule.json" --params "$documents/https-only.parameters.json" --query name
step "it is assigned there" everywhere az policy assignment create -n everywhere --scope "$management" --policy "$management/providers/Microsoft.Authorization/policyDefinitions/https-everywhere" --query name
refused "it is enforced in the subscription" "RequestDisallowedByPolicy.*managementGroups/mg-az" put stfaraway false brazilsouth --api-version 2023-05-01
step "the management group is taken down" - eval "az policy assignment delete -n everywhere --scope $management && az policy definition delete -n https-everywhere --management-group mg-az &&
  az account management-group subscription remove -n mg-az -s $PLUMBLINE_SUBSCRIPTION && az account management-group delete -n mg-az"
