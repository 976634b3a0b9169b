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
  local verb=$1 file=$2 scope=$3 parameters=$files/$2.bicepparam
  shift 3
  { printf "using '%s.bicep' with {\n  mode: 'deployment'\n  scope: '%s'\n}\n" "$file" "$scope"; printf 'param %s\n' "$@"; } >"$parameters"
  "$PLUMBLINE_BICEP" "$verb" "$parameters" 2>/dev/null | tr -d '\n'
}

chapter=deployments
step "what-if of a subscription's policies and group" "~rg-bicep" run what-if estate "$subscription" "location = 'westeurope'"
step "they are deployed" "~Succeeded" run deploy estate "$subscription" "location = 'westeurope'"
step "what-if of an account" "~stgood" run what-if account "$subscription/resourceGroups/rg-bicep" "name = 'stgood'"
step "it is deployed" "~$subscription/resourceGroups/rg-bicep/providers/Microsoft.Storage/storageAccounts/stgood" run deploy account "$subscription/resourceGroups/rg-bicep" "name = 'stgood'"
refused "an account that answers to http is refused, with the reason" "RequestDisallowedByPolicy|Turn on secure transfer" run deploy account "$subscription/resourceGroups/rg-bicep" "name = 'stopen'" "https = false"
echo "end of the story"
