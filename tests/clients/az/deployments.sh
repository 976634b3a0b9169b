deployment() { az deployment group "$1" -g $group -n "$2" --template-file "$documents/account.template.json" --parameters name="$3" https="$4" "${@:5}"; }

step "a template is validated" Succeeded deployment validate first stdeployed true --query properties.provisioningState
step "what-if says that the account would be created" "Create $storage/stdeployed" eval "deployment what-if first stdeployed true --no-pretty-print --query \"changes[?changeType=='Create'].[changeType, resourceId]\" | tr '\t' ' '"
step "what-if is printed for people" "~Resource changes: 1 to create" eval "deployment what-if first stdeployed true --exclude-change-types Ignore NoChange Modify"
step "the template is deployed" "$storage/stdeployed" deployment create first stdeployed true --query properties.outputs.accountId.value
step "a second time changes nothing" Succeeded deployment create first stdeployed true --query properties.provisioningState
step "its operations are listed" "~Succeeded" az deployment operation group list -g $group -n first --query "[].properties.provisioningState"
refused "a template that violates a policy is refused" "InvalidTemplateDeployment.*RequestDisallowedByPolicy" deployment create second stviolating false
refused "validation says the same" "InvalidTemplateDeployment.*RequestDisallowedByPolicy" deployment validate second stviolating false
step "deployments are listed" "~first" az deployment group list -g $group --query "[].name"
step "a deployment is deleted" - az deployment group delete -g $group -n first
step "a deployment of the subscription makes a group" rg-az-made az deployment sub create -n made -l westeurope --template-file "$documents/group.template.json" --query properties.outputs.group.value
