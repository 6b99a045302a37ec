<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <source>Topics</source>
        <translation>Onderwerpen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Venster</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichtheid</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstgrootte</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>&amp;Plaatsen</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Onderwerp</translation>
    </message>
    <message>
        <source>&amp;Stamtafel</source>
        <translation>&amp;Stamtafel</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Beeld</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Next topic</source>
        <translation>Volgend onderwerp</translation>
    </message>
    <message>
        <source>Previous topic</source>
        <translation>Vorig onderwerp</translation>
    </message>
    <message>
        <source>Read the topic</source>
        <translation>Lees het onderwerp</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>Markeer als gelezen of ongelezen</translation>
    </message>
    <message>
        <source>Mark everything here as read</source>
        <translation>Markeer alles hier als gelezen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle toetsen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Fetch what is new</source>
        <translation>Haal op wat nieuw is</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Werk offline</translation>
    </message>
    <message>
        <source>Go to my timeline</source>
        <translation>Ga naar mijn tijdlijn</translation>
    </message>
    <message>
        <source>Go to questions</source>
        <translation>Ga naar vragen</translation>
    </message>
    <message>
        <source>Go to saved</source>
        <translation>Ga naar bewaard</translation>
    </message>
    <message>
        <source>Go to people</source>
        <translation>Ga naar mensen</translation>
    </message>
    <message>
        <source>Go to rules</source>
        <translation>Ga naar regels</translation>
    </message>
    <message>
        <source>Hide posts like this…</source>
        <translation>Verberg zulke berichten…</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Volgende plaats</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige plaats</translation>
    </message>
    <message>
        <source>Menu bar (also Alt)</source>
        <translation>Menubalk (ook Alt)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kaarten</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compact</translation>
    </message>
</context>
<context>
    <name>banner</name>
    <message>
        <source>Less</source>
        <translation>Minder</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>fault</name>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Begrepen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Repair now</source>
        <translation>Herstel nu</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probeer nu</translation>
    </message>
</context>
<context>
    <name>first-run</name>
    <message>
        <source>Sign in again</source>
        <translation>Meld je opnieuw aan</translation>
    </message>
    <message>
        <source>Your community asks for a new key. What is here stays as it is.</source>
        <translation>Je community vraagt om een nieuwe sleutel. Wat hier staat, blijft zoals het is.</translation>
    </message>
    <message>
        <source>Welcome to the Stamtafel</source>
        <translation>Welkom aan de Stamtafel</translation>
    </message>
    <message>
        <source>What matters in your field, in five minutes. Also without internet.</source>
        <translation>Wat er in je vak speelt, in vijf minuten. Ook zonder internet.</translation>
    </message>
    <message>
        <source>Back to reading</source>
        <translation>Terug naar lezen</translation>
    </message>
    <message>
        <source>Address of your community</source>
        <translation>Adres van je community</translation>
    </message>
    <message>
        <source>community.example.org</source>
        <translation>community.voorbeeld.nl</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Ga verder</translation>
    </message>
    <message>
        <source>No address yet?</source>
        <translation>Nog geen adres?</translation>
    </message>
    <message>
        <source>Look around in the demo community</source>
        <translation>Kijk rond in de voorbeeldcommunity</translation>
    </message>
    <message>
        <source>1. Open the sign-in page and say yes.
2. Copy the key it shows you.
3. Paste it here.</source>
        <translation>1. Open de aanmeldpagina en zeg ja.
2. Kopieer de sleutel die je daar ziet.
3. Plak die hier.</translation>
    </message>
    <message>
        <source>Open the sign-in page</source>
        <translation>Open de aanmeldpagina</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Plak de sleutel hier</translation>
    </message>
    <message>
        <source>Key from the sign-in page</source>
        <translation>Sleutel van de aanmeldpagina</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Ander adres</translation>
    </message>
    <message>
        <source>The key goes into the keyring of this computer, and nowhere else.</source>
        <translation>De sleutel gaat in de sleutelhanger van deze computer, en nergens anders heen.</translation>
    </message>
    <message>
        <source>Found: {name}</source>
        <translation>Gevonden: {name}</translation>
    </message>
    <message>
        <source>Looking for the community ...</source>
        <translation>We zoeken de community ...</translation>
    </message>
    <message>
        <source>Signing in ...</source>
        <translation>We melden je aan ...</translation>
    </message>
    <message>
        <source>The demo community starts ...</source>
        <translation>De voorbeeldcommunity start ...</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Bladzijden</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>All keys</source>
        <translation>Alle toetsen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>Marked as read</source>
        <translation>Gemarkeerd als gelezen</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Gemarkeerd als ongelezen</translation>
    </message>
    <message>
        <source>Everything here is marked as read</source>
        <translation>Alles hier is gemarkeerd als gelezen</translation>
    </message>
    <message>
        <source>Saved for later</source>
        <translation>Bewaard voor later</translation>
    </message>
    <message>
        <source>No longer saved</source>
        <translation>Niet meer bewaard</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ongedaan gemaakt</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Er is niets om ongedaan te maken</translation>
    </message>
</context>
<context>
    <name>panes</name>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>Profile of {0}</source>
        <translation>Profiel van {0}</translation>
    </message>
    <message>
        <source>Their contributions</source>
        <translation>Bijdragen van deze persoon</translation>
    </message>
    <message>
        <source>Member of the community team</source>
        <translation>Lid van het communityteam</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>Search by name or organisation</source>
        <translation>Zoek op naam of organisatie</translation>
    </message>
    <message>
        <source>Search people by name or organisation</source>
        <translation>Zoek mensen op naam of organisatie</translation>
    </message>
    <message>
        <source>Nobody found by that name</source>
        <translation>Niemand gevonden met die naam</translation>
    </message>
    <message>
        <source>Member since {0}</source>
        <translation>Lid sinds {0}</translation>
    </message>
    <message>
        <source>no contributions here yet</source>
        <translation>nog geen bijdragen hier</translation>
    </message>
    <message>
        <source>1 contribution</source>
        <translation>1 bijdrage</translation>
    </message>
    <message>
        <source>{0} contributions</source>
        <translation>{0} bijdragen</translation>
    </message>
    <message>
        <source>community team</source>
        <translation>communityteam</translation>
    </message>
    <message>
        <source>The first {0} people; search to find others</source>
        <translation>De eerste {0} mensen; zoek om anderen te vinden</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persoon</translation>
    </message>
    <message>
        <source>{0} people</source>
        <translation>{0} mensen</translation>
    </message>
</context>
<context>
    <name>reader</name>
    <message>
        <source>To first unread</source>
        <translation>Naar eerste ongelezen</translation>
    </message>
    <message>
        <source>To the answer</source>
        <translation>Naar het antwoord</translation>
    </message>
    <message>
        <source>Save for later</source>
        <translation>Bewaar voor later</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Kopieer link</translation>
    </message>
    <message>
        <source>Copy as quote</source>
        <translation>Kopieer als citaat</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Open in browser</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Grotere tekst</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere tekst</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Gewone tekstgrootte</translation>
    </message>
    <message>
        <source>team</source>
        <comment>mark of a member of the community team</comment>
        <translation>team</translation>
    </message>
    <message>
        <source>Answer that helped</source>
        <translation>Antwoord dat hielp</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bewerkt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Closed group</source>
        <translation>Besloten</translation>
    </message>
    <message>
        <source>Group {name}</source>
        <translation>Groep {name}</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>No new replies</source>
        <translation>Geen nieuwe antwoorden</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Sluiten (Esc)</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Vorige afbeelding</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Volgende afbeelding</translation>
    </message>
    <message>
        <source>Picture {0} of {1}</source>
        <translation>Afbeelding {0} van {1}</translation>
    </message>
    <message>
        <source>Choose a topic to read</source>
        <translation>Kies een onderwerp om te lezen</translation>
    </message>
    <message>
        <source>Press Enter on a topic, or click it.</source>
        <translation>Druk op Enter bij een onderwerp, of klik erop.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Text at {0}%</source>
        <translation>Tekst op {0}%</translation>
    </message>
    <message>
        <source>This topic is not here</source>
        <translation>Dit onderwerp is er niet</translation>
    </message>
    <message>
        <source>It was removed, or it is not yet fetched.</source>
        <translation>Het is weggehaald, of het is nog niet opgehaald.</translation>
    </message>
    <message>
        <source>This topic could not be read from the cache</source>
        <translation>Dit onderwerp kon niet gelezen worden</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link gekopieerd</translation>
    </message>
    <message>
        <source>Copied as a quote</source>
        <translation>Gekopieerd als citaat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>Copy link to this post</source>
        <translation>Kopieer link naar dit bericht</translation>
    </message>
    <message>
        <source>Profile of {name}</source>
        <translation>Profiel van {name}</translation>
    </message>
    <message>
        <source>Too long or too complex to lay out here. Open in browser</source>
        <translation>Te lang of te ingewikkeld om hier op te maken. Open in browser</translation>
    </message>
    <message>
        <source>Text of post {number}</source>
        <translation>Tekst van bericht {number}</translation>
    </message>
    <message>
        <source>New since your last visit</source>
        <translation>Nieuw sinds je vorige bezoek</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>1 uur geleden</translation>
    </message>
    <message>
        <source>{0} hours ago</source>
        <translation>{0} uur geleden</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>{0} days ago</source>
        <translation>{0} dagen geleden</translation>
    </message>
    <message>
        <source>1 minute to read</source>
        <translation>1 minuut lezen</translation>
    </message>
    <message>
        <source>{0} minutes to read</source>
        <translation>{0} minuten lezen</translation>
    </message>
    <message>
        <source>… 1 reply not fetched yet</source>
        <translation>… 1 antwoord nog niet opgehaald</translation>
    </message>
    <message>
        <source>… {0} replies not fetched yet</source>
        <translation>… {0} antwoorden nog niet opgehaald</translation>
    </message>
    <message>
        <source>{0} likes, also yours</source>
        <translation>{0} keer leuk, ook door jou</translation>
    </message>
    <message>
        <source>1 like</source>
        <translation>1 keer leuk</translation>
    </message>
    <message>
        <source>{0} likes</source>
        <translation>{0} keer leuk</translation>
    </message>
    <message>
        <source>Post {position} of {total} by {who}</source>
        <translation>Bericht {position} van {total} van {who}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ongelezen</translation>
    </message>
    <message>
        <source>community team</source>
        <translation>communityteam</translation>
    </message>
    <message>
        <source>In reply to {name}</source>
        <translation>Antwoord op {name}</translation>
    </message>
    <message>
        <source>A post in this community</source>
        <translation>Een bericht in deze community</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>Vergroot de afbeelding</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Topics per week that this rule touches</source>
        <translation>Onderwerpen per week die deze regel raakt</translation>
    </message>
    <message>
        <source>{0} weeks, {1} in all; most in the week of {2}: {3}</source>
        <translation>{0} weken, {1} in totaal; de meeste in de week van {2}: {3}</translation>
    </message>
    <message>
        <source>move this group of conditions</source>
        <translation>verplaats dit groepje voorwaarden</translation>
    </message>
    <message>
        <source>Take this group of conditions away</source>
        <translation>Haal dit groepje voorwaarden weg</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>which of these conditions must hold</source>
        <translation>welke van deze voorwaarden moeten kloppen</translation>
    </message>
    <message>
        <source>of these hold:</source>
        <translation>van deze kloppen:</translation>
    </message>
    <message>
        <source>of these holds:</source>
        <translation>van deze klopt:</translation>
    </message>
    <message>
        <source>conditions hold:</source>
        <translation>voorwaarden kloppen:</translation>
    </message>
    <message>
        <source>conditions holds:</source>
        <translation>voorwaarden klopt:</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Voorwaarde</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Voeg een voorwaarde toe</translation>
    </message>
    <message>
        <source>Group of conditions</source>
        <translation>Groepje voorwaarden</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>Voeg een groepje voorwaarden toe</translation>
    </message>
    <message>
        <source>condition {0} of {1}</source>
        <translation>voorwaarde {0} van {1}</translation>
    </message>
    <message>
        <source>Rule “{0}” is changed</source>
        <translation>Regel ‘{0}’ is gewijzigd</translation>
    </message>
    <message>
        <source>Rule “{0}” is added</source>
        <translation>Regel ‘{0}’ is toegevoegd</translation>
    </message>
    <message>
        <source>Rule “{0}” is removed</source>
        <translation>Regel ‘{0}’ is weggehaald</translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation>{0} (kopie)</translation>
    </message>
    <message>
        <source>The copy is below it, switched off</source>
        <translation>De kopie staat eronder en is uit</translation>
    </message>
    <message>
        <source>Rule “{0}” is on</source>
        <translation>Regel ‘{0}’ is aan</translation>
    </message>
    <message>
        <source>Rule “{0}” is off</source>
        <translation>Regel ‘{0}’ is uit</translation>
    </message>
    <message>
        <source>The order of the rules is changed</source>
        <translation>De volgorde van de regels is gewijzigd</translation>
    </message>
    <message>
        <source>From now on you see this one</source>
        <translation>Deze zie je voortaan wel</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Drag to move, or press Alt with an arrow</source>
        <translation>Sleep om te verplaatsen, of druk op Alt met een pijltje</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>Haal deze voorwaarde weg</translation>
    </message>
    <message>
        <source>field of {0}</source>
        <translation>veld van {0}</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>vergelijking</translation>
    </message>
    <message>
        <source>value</source>
        <translation>waarde</translation>
    </message>
    <message>
        <source>move {0}</source>
        <translation>verplaats {0}</translation>
    </message>
    <message>
        <source>hidden by {0}</source>
        <translation>verborgen door {0}</translation>
    </message>
    <message>
        <source>has an answer</source>
        <translation>heeft een antwoord</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 antwoord</translation>
    </message>
    <message>
        <source>{0} replies</source>
        <translation>{0} antwoorden</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>besloten</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>none of: {0}</source>
        <translation>geen van: {0}</translation>
    </message>
    <message>
        <source>found: {0}</source>
        <translation>gevonden: {0}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>back</source>
        <translation>erbij</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} dagen</translation>
    </message>
    <message>
        <source>{0} days: {1} gone, {2} back</source>
        <translation>{0} dagen: {1} weg, {2} erbij</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Toon minder</translation>
    </message>
    <message>
        <source>Show the newest {0}</source>
        <translation>Toon de nieuwste {0}</translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation>Toon alle {0}</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Wat er verandert</translation>
    </message>
    <message>
        <source>counts along while you type</source>
        <translation>telt mee terwijl je typt</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Bekijk ze</translation>
    </message>
    <message>
        <source>Topics per week that this rule touches; in colour: the last {0} days</source>
        <translation>Onderwerpen per week die deze regel raakt; gekleurd: de laatste {0} dagen</translation>
    </message>
    <message>
        <source>As soon as the rule says something, you see here what it changes.</source>
        <translation>Zodra de regel iets zegt, zie je hier wat die verandert.</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Verdwijnt</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Toon weer alle</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Verschijnt</translation>
    </message>
    <message>
        <source>In this period there is nothing that this rule is about.</source>
        <translation>In deze periode is er niets waar deze regel over gaat.</translation>
    </message>
    <message>
        <source>Nothing goes or comes back. The rule is about 1 topic.</source>
        <translation>Er verdwijnt of verschijnt niets. De regel gaat over 1 onderwerp.</translation>
    </message>
    <message>
        <source>Nothing goes or comes back. The rule is about {0} topics.</source>
        <translation>Er verdwijnt of verschijnt niets. De regel gaat over {0} onderwerpen.</translation>
    </message>
    <message>
        <source>Of these {0} you saved {1}, and liked something in {2}.</source>
        <translation>Van deze {0} heb je er zelf {1} bewaard en vond je iets leuk in {2}.</translation>
    </message>
    <message>
        <source>{1} of these {0} you saved yourself.</source>
        <translation>{1} van deze {0} heb je zelf bewaard.</translation>
    </message>
    <message>
        <source>You liked something in {1} of these {0}.</source>
        <translation>Je vond iets leuk in {1} van deze {0}.</translation>
    </message>
    <message>
        <source>The same rule as text</source>
        <translation>Dezelfde regel als tekst</translation>
    </message>
    <message>
        <source>No condition yet</source>
        <translation>Nog geen voorwaarde</translation>
    </message>
    <message>
        <source>A note for yourself: why is this rule here?</source>
        <translation>Een notitie voor jezelf: waarom is deze regel er?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>Klopt</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>Klopt nog niet</translation>
    </message>
    <message>
        <source>Write a note for yourself</source>
        <translation>Schrijf een notitie voor jezelf</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Back to the rules</source>
        <translation>Terug naar de regels</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Ongedaan maken (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Opnieuw doen (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>Wijzig de naam</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Naam van de regel</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Begin met</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>The rule is in force</source>
        <translation>De regel geldt</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Regels exporteren</translation>
    </message>
    <message>
        <source>All your rules and views in one file, for yourself or to share.</source>
        <translation>Al je regels en weergaven in één bestand, voor jezelf of om te delen.</translation>
    </message>
    <message>
        <source>As a pack for others, without what is only about me</source>
        <translation>Als pakket voor anderen, zonder wat alleen over mij gaat</translation>
    </message>
    <message>
        <source>Name of the pack</source>
        <translation>Naam van het pakket</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemaakt door</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Waar het voor is</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Kies waar…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groep</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisatie</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>tag</translation>
    </message>
    <message>
        <source>title or text</source>
        <translation>titel of tekst</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>state</source>
        <translation>stand</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>antwoorden</translation>
    </message>
    <message>
        <source>likes</source>
        <translation>hartjes</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschreven</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>minder dan</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>hooguit</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>precies</translation>
    </message>
    <message>
        <source>not exactly</source>
        <translation>niet precies</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>minstens</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>meer dan</translation>
    </message>
    <message>
        <source>since</source>
        <translation>sinds</translation>
    </message>
    <message>
        <source>before</source>
        <translation>voor</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>bevat</translation>
    </message>
    <message>
        <source>contains not</source>
        <translation>bevat niet</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>is een van</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>is geen van</translation>
    </message>
    <message>
        <source>is</source>
        <translation>is</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>is niet</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>one of</source>
        <translation>een van</translation>
    </message>
    <message>
        <source>none of</source>
        <translation>geen van</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <source>nothing filled in yet</source>
        <translation>nog niets ingevuld</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Dim</source>
        <translation>Dimmen</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Uitlichten</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Markeren als gelezen</translation>
    </message>
    <message>
        <source>Always show</source>
        <translation>Houden</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>is hidden</source>
        <translation>wordt verborgen</translation>
    </message>
    <message>
        <source>is dimmed</source>
        <translation>wordt gedimd</translation>
    </message>
    <message>
        <source>is highlighted</source>
        <translation>wordt uitgelicht</translation>
    </message>
    <message>
        <source>is marked as read</source>
        <translation>wordt gemarkeerd als gelezen</translation>
    </message>
    <message>
        <source>always stays</source>
        <translation>blijft altijd staan</translation>
    </message>
    <message>
        <source>you get a message</source>
        <translation>je krijgt een melding</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>blijft zoals het is</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>maandag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>dinsdag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>woensdag</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>donderdag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>vrijdag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>zaterdag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>zondag</translation>
    </message>
    <message>
        <source>{0} {1} {2}</source>
        <translation>{0} {1} {2}</translation>
    </message>
    <message>
        <source>my last visit</source>
        <translation>mijn vorige bezoek</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>a week ago</source>
        <translation>een week geleden</translation>
    </message>
    <message>
        <source>a month ago</source>
        <translation>een maand geleden</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>een jaar geleden</translation>
    </message>
    <message>
        <source>{0} days ago</source>
        <translation>{0} dagen geleden</translation>
    </message>
    <message>
        <source>{0} weeks ago</source>
        <translation>{0} weken geleden</translation>
    </message>
    <message>
        <source>{0} months ago</source>
        <translation>{0} maanden geleden</translation>
    </message>
    <message>
        <source>{0} years ago</source>
        <translation>{0} jaar geleden</translation>
    </message>
    <message>
        <source>1 hidden by a rule</source>
        <translation>1 verborgen door een regel</translation>
    </message>
    <message>
        <source>{0} hidden by 1 rule</source>
        <translation>{0} verborgen door 1 regel</translation>
    </message>
    <message>
        <source>{0} hidden by {1} rules</source>
        <translation>{0} verborgen door {1} regels</translation>
    </message>
    <message>
        <source>Hide again</source>
        <translation>Verberg weer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Regels importeren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>{0}, by {1}</source>
        <translation>{0}, van {1}</translation>
    </message>
    <message>
        <source>{0} new, {1} the same, {2} to look at. Nothing is done yet.</source>
        <translation>{0} nieuw, {1} gelijk, {2} om te bekijken. Er is nog niets gedaan.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Houd die van mij</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Neem die uit het bestand</translation>
    </message>
    <message>
        <source>Have both</source>
        <translation>Houd beide</translation>
    </message>
    <message>
        <source>You have another “{0}”: what to do</source>
        <translation>Je hebt een andere ‘{0}’: wat doen we</translation>
    </message>
    <message>
        <source>Hide posts like this…</source>
        <translation>Verberg zulke berichten…</translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation>Pas aan…</translation>
    </message>
    <message>
        <source>Like “{0}”</source>
        <translation>Zoals ‘{0}’</translation>
    </message>
    <message>
        <source>Of the kind {0}</source>
        <translation>Van de soort {0}</translation>
    </message>
    <message>
        <source>In the group {0}</source>
        <translation>In de groep {0}</translation>
    </message>
    <message>
        <source>By {0}</source>
        <translation>Van {0}</translation>
    </message>
    <message>
        <source>By people of {0}</source>
        <translation>Van mensen van {0}</translation>
    </message>
    <message>
        <source>With the tag #{0}</source>
        <translation>Met de tag #{0}</translation>
    </message>
    <message>
        <source>With “{0}” in the title</source>
        <translation>Met ‘{0}’ in de titel</translation>
    </message>
    <message>
        <source>1 in 30 days</source>
        <translation>1 in 30 dagen</translation>
    </message>
    <message>
        <source>{0} in 30 days</source>
        <translation>{0} in 30 dagen</translation>
    </message>
    <message>
        <source>Did you miss these?</source>
        <translation>Heb je deze gemist?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Do show this one</source>
        <translation>Deze wel tonen</translation>
    </message>
    <message>
        <source>Do show {0}</source>
        <translation>{0} wel tonen</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dan</translation>
    </message>
    <message>
        <source>up to and including</source>
        <translation>tot en met</translation>
    </message>
    <message>
        <source>what the rule does</source>
        <translation>wat de regel doet</translation>
    </message>
    <message>
        <source>until when the rule holds</source>
        <translation>tot wanneer de regel geldt</translation>
    </message>
    <message>
        <source>last day of the rule</source>
        <translation>laatste dag van de regel</translation>
    </message>
    <message>
        <source>always</source>
        <translation>altijd</translation>
    </message>
    <message>
        <source>another day…</source>
        <translation>een andere dag…</translation>
    </message>
    <message>
        <source>The rule is as it was; your changes are not kept</source>
        <translation>De regel is zoals hij was; je wijzigingen zijn niet bewaard</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Schrijf verder</translation>
    </message>
    <message>
        <source>Begin with {0}</source>
        <translation>Begin met {0}</translation>
    </message>
    <message>
        <source>The first rule that fits decides. Rules that always show stand on top. Nothing is deleted.</source>
        <translation>De eerste regel die klopt, beslist. Regels die iets houden, staan bovenaan. Er wordt niets verwijderd.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nieuwe regel</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importeren en exporteren</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Nog geen regels</translation>
    </message>
    <message>
        <source>Begin with one of the above, or press H on a topic you would rather miss.</source>
        <translation>Begin met een van de regels hierboven, of druk op H bij een onderwerp dat je liever niet ziet.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>{0} is in force</source>
        <translation>{0} geldt</translation>
    </message>
    <message>
        <source>More about {0}</source>
        <translation>Meer over {0}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>aan</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>This version cannot read the rule, so it is off. Open it to mend it.</source>
        <translation>Deze versie kan de regel niet lezen, dus hij is uit. Open hem om hem te herstellen.</translation>
    </message>
    <message>
        <source>over since {0}</source>
        <translation>voorbij sinds {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>tot en met {0}</translation>
    </message>
    <message>
        <source>A rule deletes nothing. What is hidden stays counted, one click away.</source>
        <translation>Een regel verwijdert niets. Wat verborgen is, blijft geteld en één klik weg.</translation>
    </message>
    <message>
        <source>Keep it all the same</source>
        <translation>Toch bewaren</translation>
    </message>
    <message>
        <source>Keep rule</source>
        <translation>Bewaar regel</translation>
    </message>
    <message>
        <source>Tried on</source>
        <translation>Getest op</translation>
    </message>
    <message>
        <source>Tried on {0}; choose another topic</source>
        <translation>Getest op {0}; kies een ander onderwerp</translation>
    </message>
    <message>
        <source>{0}: holds</source>
        <translation>{0}: klopt</translation>
    </message>
    <message>
        <source>{0}: holds not</source>
        <translation>{0}: klopt niet</translation>
    </message>
    <message>
        <source>The rule as text</source>
        <translation>De regel als tekst</translation>
    </message>
    <message>
        <source>For example: kind:announcement title:newsletter</source>
        <translation>Bijvoorbeeld: soort:mededeling titel:nieuwsbrief</translation>
    </message>
    <message>
        <source>This rule hides {0}% of the last 30 days. Is that what you want?</source>
        <translation>Deze regel verbergt {0}% van de laatste 30 dagen. Is dat wat je wilt?</translation>
    </message>
    <message>
        <source>{0}, take away</source>
        <translation>{0}, weghalen</translation>
    </message>
    <message>
        <source>New: {title}</source>
        <translation>Nieuw: {title}</translation>
    </message>
    <message>
        <source>{0} new topics you asked for</source>
        <translation>{0} nieuwe onderwerpen waar je om vroeg</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lees</translation>
    </message>
    <message>
        <source>The rules are imported</source>
        <translation>De regels zijn geïmporteerd</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Geschreven naar {file}</translation>
    </message>
    <message>
        <source>This file does not work</source>
        <translation>Dit bestand werkt niet</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>Wijzig regel</translation>
    </message>
    <message>
        <source>Rule off</source>
        <translation>Regel uit</translation>
    </message>
    <message>
        <source>dimmed by rule {0}</source>
        <translation>gedimd door regel {0}</translation>
    </message>
    <message>
        <source>hidden by rule {0}</source>
        <translation>verborgen door regel {0}</translation>
    </message>
    <message>
        <source>highlighted by rule {0}</source>
        <translation>uitgelicht door regel {0}</translation>
    </message>
    <message>
        <source>dimmed · {0}</source>
        <translation>gedimd · {0}</translation>
    </message>
    <message>
        <source>Hidden by rule</source>
        <translation>Verborgen door regel</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Search or filter, for example kind:question</source>
        <translation>Zoek of filter, bijvoorbeeld soort:vraag</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Wis de zoekopdracht</translation>
    </message>
    <message>
        <source>closed group</source>
        <translation>besloten groep</translation>
    </message>
    <message>
        <source>Search results, newest first</source>
        <translation>Gevonden berichten, nieuwste eerst</translation>
    </message>
    <message>
        <source>Found for “{text}”</source>
        <translation>Gevonden voor ‘{text}’</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>Try a shorter word, or part of a word. Stamtafel searches what is on this computer.</source>
        <translation>Probeer een korter woord, of een deel van een woord. Stamtafel zoekt in wat op deze computer staat.</translation>
    </message>
</context>
<context>
    <name>sidebar</name>
    <message>
        <source>closed group</source>
        <translation>besloten groep</translation>
    </message>
    <message>
        <source>{0} unread</source>
        <translation>{0} ongelezen</translation>
    </message>
    <message>
        <source>My timeline</source>
        <translation>Mijn tijdlijn</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Fewer groups</source>
        <translation>Minder groepen</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>Progress of fetching</source>
        <translation>Voortgang van ophalen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probeer nu</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Geen verbinding</translation>
    </message>
    <message>
        <source>Waiting {0} s, as the community asks</source>
        <translation>Wacht {0} s, op verzoek van de community</translation>
    </message>
    <message>
        <source>Fetching: {0} new</source>
        <translation>Ophalen: {0} nieuw</translation>
    </message>
    <message>
        <source>Looking for news</source>
        <translation>Kijken of er nieuws is</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>updated {time}</source>
        <translation>bijgewerkt {time}</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>{name}, closed group</source>
        <translation>{name}, besloten groep</translation>
    </message>
    <message>
        <source>Nothing here for now</source>
        <translation>Hier is even niets</translation>
    </message>
    <message>
        <source>Press S on a topic to keep it here for later. It stays, also offline.</source>
        <translation>Druk op S bij een onderwerp om het hier te bewaren. Het blijft, ook zonder internet.</translation>
    </message>
    <message>
        <source>Every question has an answer. New ones come here first.</source>
        <translation>Elke vraag heeft een antwoord. Nieuwe vragen komen hier het eerst.</translation>
    </message>
    <message>
        <source>No topic matches this view now. New ones that do come here.</source>
        <translation>Nu past er geen onderwerp bij deze weergave. Nieuwe die passen, komen hier.</translation>
    </message>
    <message>
        <source>As soon as there are contributions on this computer, you see them here.</source>
        <translation>Zodra er bijdragen op deze computer staan, zie je ze hier.</translation>
    </message>
    <message>
        <source>Newest contribution</source>
        <translation>Nieuwste bijdrage</translation>
    </message>
    <message>
        <source>Latest activity</source>
        <translation>Laatste activiteit</translation>
    </message>
    <message>
        <source>Most replies</source>
        <translation>Meeste antwoorden</translation>
    </message>
    <message>
        <source>Waiting longest</source>
        <translation>Langst onbeantwoord</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Beeld</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Hulp en toetsen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Volgorde: {order}</translation>
    </message>
</context>
<context>
    <name>toast</name>
    <message>
        <source>{0} s left</source>
        <translation>nog {0} s</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Save as view</source>
        <translation>Bewaar als weergave</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>Mijn weergaven</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Maak een kopie</translation>
    </message>
    <message>
        <source>Edit view</source>
        <translation>Wijzig weergave</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>Nieuwe weergave</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Bewaar weergave</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Show topics that match</source>
        <translation>Toon onderwerpen die passen bij</translation>
    </message>
    <message>
        <source>This place is always there. A copy is yours to change.</source>
        <translation>Deze plaats is er altijd. Een kopie kun je wijzigen.</translation>
    </message>
    <message>
        <source>Leave out what my rules hide</source>
        <translation>Laat weg wat mijn regels verbergen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Groepering</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Pictogram</translation>
    </message>
    <message>
        <source>The query of the view as text</source>
        <translation>De zoekvraag van de weergave als tekst</translation>
    </message>
    <message>
        <source>For example: kind:question is:unanswered</source>
        <translation>Bijvoorbeeld: soort:vraag is:onbeantwoord</translation>
    </message>
    <message>
        <source>1 topic matches now</source>
        <translation>1 onderwerp past nu</translation>
    </message>
    <message>
        <source>{count} topics match now</source>
        <translation>{count} onderwerpen passen nu</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Question mark</source>
        <translation>Vraagteken</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klok</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Bladwijzer</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Gebouw</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Number sign</source>
        <translation>Hekje</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Megaphone</source>
        <translation>Megafoon</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>zo</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Hartje</translation>
    </message>
    <message>
        <source>Light bulb</source>
        <translation>Lampje</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Boek</translation>
    </message>
    <message>
        <source>Balloon</source>
        <translation>Tekstballon</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Punaise</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Regels tekst</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Per dag</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Per groep</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Per organisatie</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Per soort</translation>
    </message>
    <message>
        <source>In one list</source>
        <translation>In één lijst</translation>
    </message>
    <message>
        <source>New view…</source>
        <translation>Nieuwe weergave…</translation>
    </message>
    <message>
        <source>Edit view…</source>
        <translation>Wijzig weergave…</translation>
    </message>
    <message>
        <source>Copy view…</source>
        <translation>Kopieer weergave…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation>Haal weergave weg</translation>
    </message>
    <message>
        <source>Look into this view…</source>
        <translation>Bekijk deze weergave…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>{name}, topics: {count}</source>
        <translation>{name}, onderwerpen: {count}</translation>
    </message>
    <message>
        <source>Go to my first view (and so on to G, 9)</source>
        <translation>Ga naar mijn eerste weergave (en zo tot G, 9)</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (kopie)</translation>
    </message>
    <message>
        <source>The view is now number {place} of {count}</source>
        <translation>De weergave is nu nummer {place} van {count}</translation>
    </message>
    <message>
        <source>View “{name}” is removed</source>
        <translation>Weergave ‘{name}’ is weggehaald</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} u</translation>
    </message>
    <message>
        <source>yesterday {0}</source>
        <translation>gisteren {0}</translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation>vandaag {0}</translation>
    </message>
    <message>
        <source>Offline. Everything up to {0} is here.</source>
        <translation>Offline. Alles tot {0} is hier.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Ervaring</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Zonnetje</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>Mededeling</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gisteren</translation>
    </message>
    <message>
        <source>{0} {1} {2}</source>
        <translation>{0} {1} {2}</translation>
    </message>
    <message>
        <source>1 new contribution</source>
        <translation>1 nieuwe bijdrage</translation>
    </message>
    <message>
        <source>{0} new contributions</source>
        <translation>{0} nieuwe bijdragen</translation>
    </message>
    <message>
        <source>{0}, closed group</source>
        <translation>{0}, besloten groep</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>van {0}</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>{0} unread</source>
        <translation>{0} ongelezen</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>bewaard</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>no replies</source>
        <translation>geen antwoorden</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 antwoord</translation>
    </message>
    <message>
        <source>{0} replies</source>
        <translation>{0} antwoorden</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>ma</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>di</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>do</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>vr</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>za</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>zo</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Maandag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dinsdag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Woensdag</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donderdag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Vrijdag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Zaterdag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Zondag</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mrt</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>apr</translation>
    </message>
    <message>
        <source>May</source>
        <comment>short month</comment>
        <translation>mei</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>aug</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>okt</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>dec</translation>
    </message>
    <message>
        <source>January</source>
        <translation>januari</translation>
    </message>
    <message>
        <source>February</source>
        <translation>februari</translation>
    </message>
    <message>
        <source>March</source>
        <translation>maart</translation>
    </message>
    <message>
        <source>April</source>
        <translation>april</translation>
    </message>
    <message>
        <source>May</source>
        <comment>month</comment>
        <translation>mei</translation>
    </message>
    <message>
        <source>June</source>
        <translation>juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>augustus</translation>
    </message>
    <message>
        <source>September</source>
        <translation>september</translation>
    </message>
    <message>
        <source>October</source>
        <translation>oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>november</translation>
    </message>
    <message>
        <source>December</source>
        <translation>december</translation>
    </message>
</context>
</TS>
