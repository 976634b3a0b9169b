step "assignments are deleted" "" eval "for name in storage cost-center soft-delete; do az policy assignment delete -n \$name; done; az policy assignment list --query '[].name'"
step "the initiative is deleted" - az policy set-definition delete -n storage
step "definitions are deleted" "" eval "for name in https-only cost-center soft-delete; do az policy definition delete -n \$name; done; az policy definition list --query \"[?policyType=='Custom'].name\""
step "a resource is deleted" - az resource delete --ids "$storage/stfar" --api-version 2023-05-01
step "the group is deleted with the rest" false eval "az group delete -n $group --yes && az group exists -n $group"
step "the account signs out" - az logout
