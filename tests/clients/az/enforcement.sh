# put NAME HTTPS LOCATION ARGUMENTS...: a storage account.
put() {
  az resource create -g $group -n "$1" --resource-type Microsoft.Storage/storageAccounts --is-full-object "${@:4}" \
    --properties "{ \"location\": \"$3\", \"kind\": \"StorageV2\", \"sku\": { \"name\": \"Standard_LRS\" }, \"properties\": { \"supportsHttpsTrafficOnly\": $2 } }"
}

reason="\\(RequestDisallowedByPolicy\\) Resource 'stopen' was disallowed by policy\\. Reasons: 'Turn on secure transfer\\.'\\. See error details for policy resource IDs\\."
refused "an account that answers to http is refused, with the reason" "$reason" put stopen false westeurope --api-version 2023-05-01
refused "the refusal names assignment, initiative and definition" \
  "PolicyViolation.*policyDefinitionId\": \"$authorization/policyDefinitions/https-only\".*policySetDefinitionId\": \"$authorization/policySetDefinitions/storage\".*policyAssignmentId\": \"$authorization/policyAssignments/storage\"" \
  put stopen false westeurope --api-version 2023-05-01
refused "a refused account does not exist" ResourceNotFound az resource show --ids "$storage/stopen" --api-version 2023-05-01
step "the corrected account is created, with the api-version that the provider names" "$storage/stgood" put stgood true westeurope --query id
step "an account outside of the selected locations is not refused" brazilsouth put stfar false brazilsouth --api-version 2023-05-01 --query location
step "a tag is added" me az resource tag --ids "$storage/stgood" --tags owner=me --api-version 2023-05-01 --query tags.owner
refused "an update that violates is refused" RequestDisallowedByPolicy az resource update --ids "$storage/stgood" --api-version 2023-05-01 --set properties.supportsHttpsTrafficOnly=false
step "resources are listed by type" "~stfar stgood|stgood stfar" eval "az resource list -g $group --resource-type Microsoft.Storage/storageAccounts --query '[].name' | tr '\n' ' '"
step "resources are listed by tag" stgood az resource list --tag owner=me --query "[].name"
step "a provider is registered" Registered az provider show -n Microsoft.Storage --query registrationState
step "a provider knows the aliases of its types" "~supportsHttpsTrafficOnly" az provider show -n Microsoft.Storage --expand resourceTypes/aliases --query "resourceTypes[?resourceType=='storageAccounts'] | [0].aliases[].name"
