"""What the commands about rules say."""

from __future__ import annotations

from app.language import Text

NO_SUCH_RULE = Text(
    "There is no such rule. See: stamtafel rules list", "Die regel is er niet. Zie: stamtafel rules list"
)
RULE_NAME_TAKEN = Text("There is already a rule with this name.", "Er is al een regel met deze naam.")
RULE_NAME_UNFIT = Text(
    "The name must be one line of at most {most} characters that can all be seen.",
    "De naam moet één regel zijn van hooguit {most} tekens die je allemaal kunt zien.",
)
NOT_A_DAY = Text("That is no day. Write it as 2026-01-31.", "Dat is geen dag. Schrijf hem als 2026-01-31.")
RULE_ADDED = Text("Added: {name}: {when} → {action}", "Toegevoegd: {name}: {when} → {action}")
RULE_REMOVED = Text("Removed: {name}", "Weggehaald: {name}")
RULE_HIDES_MUCH = Text(
    "Mind: this rule hides {percent}% of the last 30 days. To undo it: stamtafel rules remove {name}",
    "Let op: deze regel verbergt {percent}% van de laatste 30 dagen. Terugdraaien: stamtafel rules remove {name}",
)
RULE_OFF = Text("off", "uit")
RULE_UNREADABLE = Text("cannot be read, so it is off", "niet te lezen, dus uit")
RULE_UNTIL = Text("until {moment}", "tot {moment}")
RULES_IMPORTED = Text("{added} added, {replaced} replaced.", "{added} toegevoegd, {replaced} vervangen.")
RULES_NOT_IMPORTED = Text(
    "Nothing was changed. Leave out --dry-run to import.",
    "Er is niets veranderd. Zonder --dry-run importeer je.",
)
RULES_EXPORTED = Text(
    "{rules} rules and {views} views written to {file}",
    "{rules} regels en {views} weergaven geschreven in {file}",
)
PERIOD = Text(
    "last {days} days: about {touched} topics; {hidden} disappear, {shown} appear",
    "laatste {days} dagen: gaat over {touched} onderwerpen; {hidden} verdwijnen, {shown} verschijnen",
)
