#!/usr/bin/env bash
# The story with the Bicep CLI: its experimental commands 'what-if' and 'deploy' against a cloud profile that is the emulator. scripts/test-clients runs it.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
subscription=/subscriptions/$PLUMBLINE_SUBSCRIPTION
files=$STORY_HOME/files
profile="{ \"resourceManagerEndpoint\": \"$PLUMBLINE_ENDPOINT\", \"activeDirectoryAuthority\": \"$PLUMBLINE_ENDPOINT\" }"

# A cloud of one's own has to be trusted by name, in a variable; its certificate is trusted by OpenSSL's. The authority must not end in /adfs here: .NET then forgets the port.
export BICEP_TRUSTED_CLOUDS="[$profile]" SSL_CERT_FILE=$PLUMBLINE_CERTIFICATE NO_COLOR=1
export AZURE_TENANT_ID=$PLUMBLINE_TENANT AZURE_CLIENT_ID=$PLUMBLINE_OWNER AZURE_CLIENT_SECRET
AZURE_CLIENT_SECRET=$(cat "$PLUMBLINE_TOKEN_FILE")

# shellcheck source=../steps.sh
. "$here/../steps.sh"
mkdir -p "$files"
cp "$here"/documents/*.bicep "$files"
echo "{ \"experimentalFeaturesEnabled\": { \"deployCommands\": true },
  \"cloud\": { \"currentProfile\": \"Plumbline\", \"profiles\": { \"Plumbline\": $profile }, \"credentialPrecedence\": [\"Environment\"] } }" >"$files/bicepconfig.json"

# run VERB FILE SCOPE [PARAM=VALUE...]: values are Bicep. The CLI breaks its lines after 80 characters, in the middle of words if need be.
run() {
  local verb=$1 file=$2 scope=$3 parameters=$files/$2.bicepparam location="" format=()
  shift 3
  [ "$verb" = what-if ] || format=(--format Json)
  case "$scope" in */resourceGroups/*) ;; *) location="  location: 'westeurope'\n" ;; esac
  { printf "using '%s.bicep' with {\n  mode: 'deployment'\n  scope: '%s'\n$location}\n" "$file" "$scope"; printf 'param %s\n' "$@"; } >"$parameters"
  "$PLUMBLINE_BICEP" "$verb" "$parameters" "${format[@]}" 2>&1 | tr -d '\n'
}

# Bicep 0.49.2 reads the operations of a deployment that has ended from a member that ARM leaves out unless it is asked for debugging (properties.request.content),
# and then ends with an error of its own. The deployment is done all the same; the steps after it show that.
deploy() {
  local answer
  answer=$(run deploy "$@") && { echo deployed; return; }
  case "$answer" in
    *"Object reference not set to an instance of an object"*) echo deployed ;;
    *) printf '%s' "$answer"; return 1 ;;
  esac
}

group=$subscription/resourceGroups/rg-bicep
chapter=deployments
step "a group, a policy and its assignment are deployed to the subscription" deployed deploy estate "$subscription" "location = 'westeurope'"
step "what-if of an account says that it would be created" "~\\+ Microsoft.Storage/storageAccounts/stgood" run what-if account "$group" "name = 'stgood'"
step "it is deployed" deployed deploy account "$group" "name = 'stgood'"
step "what-if says that nothing would change" "~(No change|= Nochange|no changes?|= Microsoft.Storage/storageAccounts/stgood)" run what-if account "$group" "name = 'stgood'"
refused "an account that answers to http is refused, with the reason" "InvalidTemplateDeployment.*RequestDisallowedByPolicy.*Reasons: .*Turn on secure transfer\\." deploy account "$group" "name = 'stopen'" "https = false"
refused "what-if of the subscription is refused: Bicep 0.49.2 sends it without the location" LocationRequired run what-if estate "$subscription" "location = 'westeurope'"
echo "end of the story"
