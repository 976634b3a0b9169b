# grant ASSIGNMENT ROLE: the role at the subscription for the assignment's identity. 'az role assignment create' of Debian's azure-cli crashes before it sends anything.
grant() {
  local principal
  principal=$(az policy assignment show -n "$1" --query identity.principalId) &&
    az rest --method put --url "$authorization/roleAssignments/$(cat /proc/sys/kernel/random/uuid)?api-version=2022-04-01" --query properties.principalId \
      --body "{ \"properties\": { \"roleDefinitionId\": \"$authorization/roleDefinitions/$2\", \"principalId\": \"$principal\", \"principalType\": \"ServicePrincipal\" } }"
}

step "a modify is assigned, with an identity" SystemAssigned az policy assignment create -n cost-center --policy cost-center -p '{ "costCenter": { "value": "cc-42" } }' --mi-system-assigned -l westeurope --query identity.type
step "the identity may do it (az rest: 'az role assignment create' of Debian's azure-cli is broken)" "~^[0-9a-f-]{36}$" grant cost-center 4a9ae827-6dc8-4573-8ac7-8239d42aa03f
step "a new account gets the tag" cc-42 put sttagged true westeurope --api-version 2023-05-01 --query tags.costCenter
step "an account from before does not comply" "stfar NonCompliant;" eval "az policy state trigger-scan && states --resource $storage/stfar --filter \"policyAssignmentName eq 'cost-center'\""
step "a remediation is started" tag-them az policy remediation create -n tag-them -a cost-center --query name
eventually "it ends well" "~Succeeded|Complete" az policy remediation show -n tag-them --query provisioningState
step "the account has the tag" cc-42 az resource show --ids "$storage/stfar" --api-version 2023-05-01 --query tags.costCenter

step "a deployIfNotExists is assigned, with an identity" SystemAssigned az policy assignment create -n soft-delete --policy soft-delete --mi-system-assigned -l westeurope --query identity.type
step "that identity may do it" "~^[0-9a-f-]{36}$" grant soft-delete 17d1049b-9a84-46fb-8f53-869881c3d3ab
step "the accounts without a blob service do not comply" "stfar NonCompliant;stgood NonCompliant;sttagged NonCompliant;" eval "az policy state trigger-scan && states -a soft-delete"
step "a remediation of one region is started" keep-blobs az policy remediation create -n keep-blobs -a soft-delete --location-filters westeurope --query name
eventually "that one ends well" "~Succeeded|Complete" az policy remediation show -n keep-blobs --query provisioningState
step "it counts its deployments" "2 2 0" eval "az policy remediation show -n keep-blobs --query 'deploymentStatus.[totalDeployments, successfulDeployments, failedDeployments]' | tr '\n\t' '  ' | sed 's/ *\$//'"
step "its deployments are listed" "Succeeded Succeeded " eval "az policy remediation deployment list -n keep-blobs --query '[].status' | tr '\n' ' '"
step "the blob service is deployed" 7 az resource show --ids "$storage/stgood/blobServices/default" --api-version 2023-05-01 --query properties.deleteRetentionPolicy.days
step "after a scan, what was remediated complies" "stfar NonCompliant;stgood Compliant;sttagged Compliant;" eval "az policy state trigger-scan && states -a soft-delete"
step "remediations are listed" "keep-blobs tag-them " eval "az policy remediation list --query 'sort([].name)' | tr '\n' ' '"
refused "one that has ended is not cancelled" "ERROR" az policy remediation cancel -n keep-blobs
step "remediations are deleted" - eval "az policy remediation delete -n keep-blobs && az policy remediation delete -n tag-them"
