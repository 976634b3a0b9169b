step "an exemption is created for a resource" Waiver az policy exemption create -n legacy -a "$authorization/policyAssignments/storage" -e Waiver --policy-definition-reference-ids https \
  --scope "$storage/stgood" --display-name "An old client" --query exemptionCategory
step "it is listed" legacy az policy exemption list --scope "$storage/stgood" --query "[].name"
step "a scan runs to its end" - az policy state trigger-scan -g $group
step "the resource is exempt" "stgood Exempt;" states -a storage
step "the exemption is deleted" - az policy exemption delete -n legacy --scope "$storage/stgood"
step "a scan runs to its end again" - az policy state trigger-scan -g $group
step "the resource is compliant again" "stgood Compliant;" states -a storage
