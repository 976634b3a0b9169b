# Steps of a story: what a person does with the CLI, one line each. `ok STEP`, or `FAILED STEP` and below it what was answered.
client=$(basename "$(dirname "${BASH_SOURCE[1]}")")
chapter=""

# step NAME EXPECTED COMMAND...: the command succeeds and prints EXPECTED; `~PATTERN` is an extended regular expression that the text contains, `-` is anything.
step() {
  local name=$1 expected=$2 answer
  shift 2
  if ! answer=$("$@" 2>"$STORY_HOME/errors"); then
    failed "$name" "$(cat "$STORY_HOME/errors")" "answered: $answer"
  elif [ "$expected" != "-" ] && ! matches "$answer" "$expected"; then
    failed "$name" "expected: $expected" "answered: $answer"
  else
    echo "ok $client $chapter: $name"
  fi
}

# refused NAME PATTERN COMMAND...: the command fails, and what it says contains the pattern.
refused() {
  local name=$1 expected=$2 answer
  shift 2
  if answer=$("$@" 2>&1); then
    failed "$name" "expected a refusal" "answered: $answer"
  elif ! matches "$answer" "~$expected"; then
    failed "$name" "expected: $expected" "answered: $answer"
  else
    echo "ok $client $chapter: $name"
  fi
}

# eventually NAME EXPECTED COMMAND...: as step, but asked again until it prints EXPECTED, 20 seconds at most.
eventually() {
  local name=$1 expected=$2 answer="" end=$((SECONDS + 20))
  shift 2
  while [ "$SECONDS" -lt "$end" ]; do
    answer=$("$@" 2>"$STORY_HOME/errors") && matches "$answer" "$expected" && { echo "ok $client $chapter: $name"; return; }
  done
  failed "$name" "expected: $expected" "answered: $answer" "$(cat "$STORY_HOME/errors")"
}

matches() {
  case "$2" in
    "~"*) printf '%s' "$1" | tr '\n' ' ' | grep -qE -- "${2#"~"}" ;;
    *) [ "$1" = "$2" ] ;;
  esac
}

failed() {
  echo "FAILED $client $chapter: $1"
  shift
  printf '%s\n' "$@" | head -n 25 | sed 's/^/    /'
}
