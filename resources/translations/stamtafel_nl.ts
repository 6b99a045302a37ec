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
        <source>Share something…</source>
        <translation>Deel iets…</translation>
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
        <source>Go to groups</source>
        <translation>Ga naar groepen</translation>
    </message>
    <message>
        <source>Go to notifications</source>
        <translation>Ga naar meldingen</translation>
    </message>
    <message>
        <source>Go to drafts</source>
        <translation>Ga naar concepten</translation>
    </message>
    <message>
        <source>Go to the outbox</source>
        <translation>Ga naar het Uitvak</translation>
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
    <name>audience</name>
    <message>
        <source>This group is open now.</source>
        <translation>Deze groep is nu open.</translation>
    </message>
    <message>
        <source>When you wrote this it was closed: everyone in the community can read it.</source>
        <translation>Toen je dit schreef, was hij besloten. Nu kan iedereen in de community het lezen.</translation>
    </message>
    <message>
        <source>1 person newly reads along</source>
        <translation>1 persoon leest nieuw mee</translation>
    </message>
    <message>
        <source>{0} people newly read along</source>
        <translation>{0} mensen lezen nieuw mee</translation>
    </message>
    <message>
        <source>since you wrote this.</source>
        <translation>sinds je dit schreef.</translation>
    </message>
    <message>
        <source>since you wrote this: {names}.</source>
        <translation>sinds je dit schreef: {names}.</translation>
    </message>
    <message>
        <source>This comes from the closed group {group}.</source>
        <translation>Dit komt uit de besloten groep {group}.</translation>
    </message>
    <message>
        <source>{target} is open: everyone in the community would read it.</source>
        <translation>{target} is open: iedereen in de community kan het dan lezen.</translation>
    </message>
    <message>
        <source>Everyone in the community would read it.</source>
        <translation>Iedereen in de community kan het dan lezen.</translation>
    </message>
    <message>
        <source>In {target} it would be read by others too: {names}.</source>
        <translation>In {target} lezen ook anderen het: {names}.</translation>
    </message>
    <message>
        <source>In {target} others would read it too.</source>
        <translation>In {target} lezen ook anderen het.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} en nog {count}</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} en {last}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Besloten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>everyone in the community can read along</source>
        <translation>iedereen in de community kan meelezen</translation>
    </message>
    <message>
        <source>{0} members of the community can read along</source>
        <translation>{0} mensen in de community kunnen meelezen</translation>
    </message>
    <message>
        <source>not known yet who reads along</source>
        <translation>nog niet bekend wie er meelezen</translation>
    </message>
    <message>
        <source>in the group; not known yet who reads along</source>
        <translation>in de groep; nog niet bekend wie er meelezen</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>minstens {0}</translation>
    </message>
    <message>
        <source>The list is not fetched yet.</source>
        <translation>De lijst is nog niet opgehaald.</translation>
    </message>
    <message>
        <source>List of today {0}.</source>
        <translation>Lijst van vandaag {0}.</translation>
    </message>
    <message>
        <source>List of {0}.</source>
        <translation>Lijst van {0}.</translation>
    </message>
    <message>
        <source>as of {0}</source>
        <translation>lijst van {0}</translation>
    </message>
    <message>
        <source>This is open: everyone in the community can read it.</source>
        <translation>Dit is open: iedereen in de community kan het lezen.</translation>
    </message>
    <message>
        <source>There may be more: the community does not tell everyone.</source>
        <translation>Er zijn er misschien meer: de community noemt niet iedereen.</translation>
    </message>
    <message>
        <source>The community does not tell who they are.</source>
        <translation>De community vertelt niet wie het zijn.</translation>
    </message>
    <message>
        <source>You are not counted.</source>
        <translation>Jij bent niet meegeteld.</translation>
    </message>
    <message>
        <source>Members of the group, {0}</source>
        <translation>Leden van de groep, {0}</translation>
    </message>
    <message>
        <source>The community does not tell who is in this group.</source>
        <translation>De community zegt niet wie er in deze groep zitten.</translation>
    </message>
    <message>
        <source>There may be more members than these.</source>
        <translation>Er zijn misschien meer leden dan deze.</translation>
    </message>
    <message>
        <source>These are {0} of the {1} members.</source>
        <translation>Dit zijn {0} van de {1} leden.</translation>
    </message>
    <message>
        <source>Search in these {0}</source>
        <translation>Zoek in deze {0}</translation>
    </message>
    <message>
        <source>Community team</source>
        <translation>Communityteam</translation>
    </message>
    <message>
        <source>Organisation not known</source>
        <translation>Organisatie onbekend</translation>
    </message>
    <message>
        <source>looks after the group</source>
        <translation>beheert de groep</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>through the group above</source>
        <translation>via de groep erboven</translation>
    </message>
    <message>
        <source>List is open</source>
        <translation>De lijst staat open</translation>
    </message>
    <message>
        <source>List is closed</source>
        <translation>De lijst is dicht</translation>
    </message>
    <message>
        <source>No one here is called ‘{0}’</source>
        <translation>Niemand hier heet ‘{0}’</translation>
    </message>
    <message>
        <source>no one else</source>
        <translation>niemand anders</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persoon</translation>
    </message>
    <message>
        <source>{0} people</source>
        <translation>{0} mensen</translation>
    </message>
    <message>
        <source>read along</source>
        <translation>lezen mee</translation>
    </message>
    <message>
        <source>reads along</source>
        <translation>leest mee</translation>
    </message>
    <message>
        <source>from 1 organisation read along</source>
        <translation>uit 1 organisatie lezen mee</translation>
    </message>
    <message>
        <source>from 1 organisation reads along</source>
        <translation>uit 1 organisatie leest mee</translation>
    </message>
    <message>
        <source>from 1 organisation</source>
        <translation>uit 1 organisatie</translation>
    </message>
    <message>
        <source>from {0} organisations read along</source>
        <translation>uit {0} organisaties lezen mee</translation>
    </message>
    <message>
        <source>from {0} organisations</source>
        <translation>uit {0} organisaties</translation>
    </message>
    <message>
        <source>Who reads along</source>
        <translation>Wie er meelezen</translation>
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
    <name>composer</name>
    <message>
        <source>The address of the link</source>
        <translation>Het adres van de link</translation>
    </message>
    <message>
        <source>Use the link you copied: {0}</source>
        <translation>Neem de link die je kopieerde: {0}</translation>
    </message>
    <message>
        <source>Share anyway</source>
        <translation>Toch delen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Aanpassen</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Laat het staan</translation>
    </message>
    <message>
        <source>Share only the link</source>
        <translation>Deel alleen de link</translation>
    </message>
    <message>
        <source>A file is still being added. Try again in a moment.</source>
        <translation>Er wordt nog een bestand toegevoegd. Probeer het zo nog eens.</translation>
    </message>
    <message>
        <source>Which link do you want to share?</source>
        <translation>Welke link wil je delen?</translation>
    </message>
    <message>
        <source>Who do you want to thank?</source>
        <translation>Wie wil je bedanken?</translation>
    </message>
    <message>
        <source>It needs a title first.</source>
        <translation>Geef het eerst een titel.</translation>
    </message>
    <message>
        <source>The community asks for a title of at least {0} characters.</source>
        <translation>De community vraagt een titel van minstens {0} tekens.</translation>
    </message>
    <message>
        <source>The community takes titles of at most {0} characters.</source>
        <translation>Een titel mag in deze community hooguit {0} tekens hebben.</translation>
    </message>
    <message>
        <source>Write a few words below the title first.</source>
        <translation>Schrijf eerst een paar woorden onder de titel.</translation>
    </message>
    <message>
        <source>The community asks for a text of at least {0} characters.</source>
        <translation>De community vraagt een tekst van minstens {0} tekens.</translation>
    </message>
    <message>
        <source>The community takes texts of at most {0} characters.</source>
        <translation>Een tekst mag in deze community hooguit {0} tekens hebben.</translation>
    </message>
    <message>
        <source>Choose who it is for: a group.</source>
        <translation>Kies voor wie het is: een groep.</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>What you write is not kept yet.</source>
        <translation>Wat je schrijft, is nog niet bewaard.</translation>
    </message>
    <message>
        <source>This computer has no room left. Your text stays here, and is kept as soon as there is room.</source>
        <translation>Deze computer is vol. Je tekst blijft hier staan en wordt bewaard zodra er ruimte is.</translation>
    </message>
    <message>
        <source>Choose another group</source>
        <translation>Kies een andere groep</translation>
    </message>
    <message>
        <source>Search a group</source>
        <translation>Zoek een groep</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>No group with this name</source>
        <translation>Geen groep met deze naam</translation>
    </message>
    <message>
        <source>Choose a group</source>
        <translation>Kies een groep</translation>
    </message>
    <message>
        <source>Group: {0}</source>
        <translation>Groep: {0}</translation>
    </message>
    <message>
        <source>Opens a list of groups</source>
        <translation>Opent een lijst met groepen</translation>
    </message>
    <message>
        <source>{0}, closed group</source>
        <translation>{0}, besloten groep</translation>
    </message>
    <message>
        <source>Ask it as a question: “{0}”</source>
        <translation>Stel het als vraag: ‘{0}’</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Neem over</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervang</translation>
    </message>
    <message>
        <source>You copied a link: {0}</source>
        <translation>Je kopieerde een link: {0}</translation>
    </message>
    <message>
        <source>Share this link</source>
        <translation>Deel deze link</translation>
    </message>
    <message>
        <source>Looking up the title…</source>
        <translation>We zoeken de titel op…</translation>
    </message>
    <message>
        <source>Choose someone else</source>
        <translation>Kies iemand anders</translation>
    </message>
    <message>
        <source>A part of the name is enough</source>
        <translation>Een deel van de naam is genoeg</translation>
    </message>
    <message>
        <source>Offline: goes along as soon as it can.</source>
        <translation>Offline: dit gaat mee zodra het kan.</translation>
    </message>
    <message>
        <source>Draft kept at {0}</source>
        <translation>Concept bewaard om {0}</translation>
    </message>
    <message>
        <source>It cannot be sent like this</source>
        <translation>Zo kan het niet verstuurd worden</translation>
    </message>
    <message>
        <source>What you wrote is kept.</source>
        <translation>Wat je schreef, is bewaard.</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Je tekst</translation>
    </message>
    <message>
        <source>What do you want to share?</source>
        <translation>Wat wil je delen?</translation>
    </message>
    <message>
        <source>Who reads this?</source>
        <translation>Wie leest dit?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>What you wrote is kept</source>
        <translation>Wat je schreef, blijft bewaard</translation>
    </message>
    <message>
        <source>Closed group</source>
        <translation>Besloten groep</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>Share in {0}</source>
        <translation>Delen in {0}</translation>
    </message>
    <message>
        <source>Share with 1 person</source>
        <translation>Delen met 1 persoon</translation>
    </message>
    <message>
        <source>Share with at least {0} people</source>
        <translation>Delen met minstens {0} mensen</translation>
    </message>
    <message>
        <source>Share with {0} people</source>
        <translation>Delen met {0} mensen</translation>
    </message>
    <message>
        <source>Close; what you wrote is kept</source>
        <translation>Sluit; wat je schreef, blijft bewaard</translation>
    </message>
    <message>
        <source>Opens the topic; what you wrote is kept</source>
        <translation>Opent het onderwerp; wat je schreef, blijft bewaard</translation>
    </message>
    <message>
        <source>Maybe the answer is here already</source>
        <translation>Misschien staat het antwoord er al</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 antwoord</translation>
    </message>
    <message>
        <source>{0} answers</source>
        <translation>{0} antwoorden</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>1 like</source>
        <translation>1 waardering</translation>
    </message>
    <message>
        <source>{0} likes</source>
        <translation>{0} waarderingen</translation>
    </message>
    <message>
        <source>{suggested} because people here often write about {words}.</source>
        <translation>{suggested} omdat hier vaak over {words} wordt geschreven.</translation>
    </message>
    <message>
        <source>{suggested}: {group}, where people often write about {words}.</source>
        <translation>{suggested}: {group}, waar vaak over {words} wordt geschreven.</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Voorgesteld</translation>
    </message>
    <message>
        <source>Also possible:</source>
        <translation>Ook mogelijk:</translation>
    </message>
    <message>
        <source>Choose:</source>
        <translation>Kies:</translation>
    </message>
    <message>
        <source>Choose the group {0}</source>
        <translation>Kies de groep {0}</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} en {1}</translation>
    </message>
    <message>
        <source>Tag {0}, take away</source>
        <translation>Tag {0}, weghalen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>tag</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Voeg een tag toe</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>This draft is not there any more</source>
        <translation>Dit concept is er niet meer</translation>
    </message>
    <message>
        <source>Your draft is kept</source>
        <translation>Je concept is bewaard</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>Schrijf verder</translation>
    </message>
    <message>
        <source>In the spotlight: {0}</source>
        <translation>In het zonnetje: {0}</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>picture {0}</source>
        <translation>afbeelding {0}</translation>
    </message>
    <message>
        <source>Place and camera data removed.</source>
        <translation>Plaats en cameragegevens zijn eruit gehaald.</translation>
    </message>
    <message>
        <source>{name} goes as it is: it may tell who made it, where and when.</source>
        <translation>{name} gaat mee zoals het is: er kan in staan wie het maakte, waar en wanneer.</translation>
    </message>
    <message>
        <source>{name} could not be added.</source>
        <translation>{name} kon niet worden toegevoegd.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>{count} names. Arrows choose, Enter takes one.</source>
        <translation>{count} namen. Kies met de pijltjes, Enter neemt er een.</translation>
    </message>
    <message>
        <source>closed group</source>
        <translation>besloten groep</translation>
    </message>
    <message>
        <source>Room for {0} more characters</source>
        <translation>Nog ruimte voor {0} tekens</translation>
    </message>
    <message>
        <source>{0} characters too many for this community</source>
        <translation>{0} tekens te veel voor deze community</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Je tekst</translation>
    </message>
    <message>
        <source>In a list, Tab moves an item in. Ctrl+Tab, or Escape and then Tab, leaves.</source>
        <translation>In een lijst laat Tab een punt inspringen. Met Ctrl+Tab, of Escape en dan Tab, ga je eruit.</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Voeg afbeeldingen toe</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Voeg bestanden toe</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Afbeeldingen</translation>
    </message>
    <message>
        <source>That is too long to paste: {0} characters. Add it as a file instead.</source>
        <translation>Dit is te lang om te plakken: {0} tekens. Voeg het toe als bestand.</translation>
    </message>
    <message>
        <source>File {0}, take away</source>
        <translation>Bestand {0}, weghalen</translation>
    </message>
    <message>
        <source>Take away {0}</source>
        <translation>Haal {0} weg</translation>
    </message>
    <message>
        <source>being added</source>
        <translation>wordt toegevoegd</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Your text as others will read it</source>
        <translation>Je tekst zoals anderen hem lezen</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Er is nog niets te zien.</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} bytes</translation>
    </message>
    <message>
        <source>{0} kB</source>
        <translation>{0} kB</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>{0}.{1} MB</source>
        <translation>{0},{1} MB</translation>
    </message>
    <message>
        <source>There is no room on this computer to keep {name}.</source>
        <translation>Er is op deze computer geen ruimte om {name} te bewaren.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} is leeg.</translation>
    </message>
    <message>
        <source>{name} is too large. It may be {size} at most.</source>
        <translation>{name} is te groot. Het mag hooguit {size} zijn.</translation>
    </message>
    <message>
        <source>{name} is not the kind of file that its name says.</source>
        <translation>{name} is een ander soort bestand dan de naam zegt.</translation>
    </message>
    <message>
        <source>{name} cannot go along. What can: {kinds}.</source>
        <translation>{name} kan niet mee. Wel kan: {kinds}.</translation>
    </message>
    <message>
        <source>{name} is a program. Programs cannot go along.</source>
        <translation>{name} is een programma. Programma’s kunnen niet mee.</translation>
    </message>
    <message>
        <source>{name} is damaged. Try to save the picture again.</source>
        <translation>{name} is beschadigd. Probeer de afbeelding opnieuw op te slaan.</translation>
    </message>
    <message>
        <source>{name} has too many pixels. It may have {pixels} million.</source>
        <translation>{name} heeft te veel pixels. Het mogen er {pixels} miljoen zijn.</translation>
    </message>
    <message>
        <source>{kinds} and more</source>
        <translation>{kinds} en meer</translation>
    </message>
    <message>
        <source>{name} is a folder. Add the files in it instead.</source>
        <translation>{name} is een map. Voeg de bestanden uit de map toe.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>That is too much at once. Add at most {name} files.</source>
        <translation>Dat is te veel tegelijk. Voeg hooguit {name} bestanden toe.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schrijven</translation>
    </message>
    <message>
        <source>Write or preview</source>
        <translation>Schrijven of voorbeeld</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Vet</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Schuin</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citaat</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Add an image</source>
        <translation>Voeg een afbeelding toe</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Voeg een bestand toe</translation>
    </message>
    <message>
        <source>Mention someone</source>
        <translation>Noem iemand</translation>
    </message>
    <message>
        <source>Tools for the text</source>
        <translation>Knoppen voor de tekst</translation>
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
    <name>groups</name>
    <message>
        <source>The link is copied</source>
        <translation>De link is gekopieerd</translation>
    </message>
    <message>
        <source>You join {group}</source>
        <translation>Je wordt lid van {group}</translation>
    </message>
    <message>
        <source>You stay a member of {group}</source>
        <translation>Je blijft lid van {group}</translation>
    </message>
    <message>
        <source>You leave {group}</source>
        <translation>Je verlaat {group}</translation>
    </message>
    <message>
        <source>You do not join {group} after all</source>
        <translation>Je wordt toch geen lid van {group}</translation>
    </message>
    <message>
        <source>You ask for access to {group}</source>
        <translation>Je vraagt toegang tot {group}</translation>
    </message>
    <message>
        <source>Too late: {group} has heard it already</source>
        <translation>Te laat: {group} weet het al</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Stay a member</source>
        <translation>Blijf lid</translation>
    </message>
    <message>
        <source>Do not join after all</source>
        <translation>Toch geen lid worden</translation>
    </message>
    <message>
        <source>Open group</source>
        <translation>Open groep</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>Schrijf hier</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Word lid</translation>
    </message>
    <message>
        <source>Ask for access…</source>
        <translation>Vraag toegang…</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>Verlaat groep</translation>
    </message>
    <message>
        <source>Fetch the list again</source>
        <translation>Haal de lijst opnieuw op</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Kopieer link</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>Onbeantwoord</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Leden</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over de groep</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>Nothing waits for an answer</source>
        <translation>Alles is beantwoord</translation>
    </message>
    <message>
        <source>Every question in this group has one.</source>
        <translation>Elke vraag in deze groep heeft een antwoord.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Search for a group</source>
        <translation>Zoek een groep</translation>
    </message>
    <message>
        <source>Search groups by name or purpose</source>
        <translation>Zoek groepen op naam of doel</translation>
    </message>
    <message>
        <source>No group found</source>
        <translation>Geen groep gevonden</translation>
    </message>
    <message>
        <source>Try a shorter word, or look among all groups.</source>
        <translation>Probeer een korter woord, of kijk bij alle groepen.</translation>
    </message>
    <message>
        <source>Groups, {0}</source>
        <translation>Groepen, {0}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>My groups</source>
        <translation>Mijn groepen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Besloten</translation>
    </message>
    <message>
        <source>{name}, groups: {count}</source>
        <translation>{name}, groepen: {count}</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>More about {0}</source>
        <translation>Meer over {0}</translation>
    </message>
    <message>
        <source>Ask for access to {group}</source>
        <translation>Vraag toegang tot {group}</translation>
    </message>
    <message>
        <source>Why would you like to join? The owners of the group read this.</source>
        <translation>Waarom wil je lid worden? De beheerders lezen dit.</translation>
    </message>
    <message>
        <source>One or two sentences will do</source>
        <translation>Een of twee zinnen is genoeg</translation>
    </message>
    <message>
        <source>Ask for access</source>
        <translation>Vraag toegang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Maybe also for you</source>
        <translation>Misschien ook iets voor jou</translation>
    </message>
    <message>
        <source>Other groups</source>
        <translation>Andere groepen</translation>
    </message>
    <message>
        <source>All people in the community</source>
        <translation>Alle mensen in de community</translation>
    </message>
    <message>
        <source>Nobody wrote down what this group is for.</source>
        <translation>Niemand schreef op waar deze groep voor is.</translation>
    </message>
    <message>
        <source>Who reads along</source>
        <translation>Wie leest mee</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Onderwerpen</translation>
    </message>
    <message>
        <source>Last contribution</source>
        <translation>Laatste bijdrage</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>De laatste tijd</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 lid</translation>
    </message>
    <message>
        <source>{0} members</source>
        <translation>{0} leden</translation>
    </message>
    <message>
        <source>1 organisation</source>
        <translation>1 organisatie</translation>
    </message>
    <message>
        <source>{0} organisations</source>
        <translation>{0} organisaties</translation>
    </message>
    <message>
        <source>visited today</source>
        <translation>vandaag bezocht</translation>
    </message>
    <message>
        <source>visited yesterday</source>
        <translation>gisteren bezocht</translation>
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
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>growing fast</source>
        <translation>groeit snel</translation>
    </message>
    <message>
        <source>active daily</source>
        <translation>dagelijks actief</translation>
    </message>
    <message>
        <source>active weekly</source>
        <translation>wekelijks actief</translation>
    </message>
    <message>
        <source>quiet lately</source>
        <translation>nu rustig</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Lid</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Aangevraagd</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Je wordt lid</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Je vertrekt</translation>
    </message>
    <message>
        <source>By invitation</source>
        <translation>Op uitnodiging</translation>
    </message>
    <message>
        <source>you can join</source>
        <translation>je kunt lid worden</translation>
    </message>
    <message>
        <source>you can ask for access</source>
        <translation>je kunt toegang vragen</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>zo meteen</translation>
    </message>
    <message>
        <source>waits for connection</source>
        <translation>wacht op verbinding</translation>
    </message>
    <message>
        <source>Press Space to join</source>
        <translation>Druk op de spatiebalk om lid te worden</translation>
    </message>
    <message>
        <source>Press Space to ask for access</source>
        <translation>Druk op de spatiebalk om toegang te vragen</translation>
    </message>
    <message>
        <source>Press Space not to join after all</source>
        <translation>Druk op de spatiebalk om toch geen lid te worden</translation>
    </message>
    <message>
        <source>Press Space to stay a member</source>
        <translation>Druk op de spatiebalk om lid te blijven</translation>
    </message>
    <message>
        <source>closed group</source>
        <translation>besloten groep</translation>
    </message>
    <message>
        <source>open group</source>
        <translation>open groep</translation>
    </message>
    <message>
        <source>{0} unread</source>
        <translation>{0} ongelezen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>Show 1 more group</source>
        <translation>Toon nog 1 groep</translation>
    </message>
    <message>
        <source>Show {0} more groups</source>
        <translation>Toon nog {0} groepen</translation>
    </message>
    <message>
        <source>You read along once you are a member.</source>
        <translation>Je leest mee zodra je lid bent.</translation>
    </message>
    <message>
        <source>it is not known yet who reads along.</source>
        <translation>nog niet bekend wie er meelezen.</translation>
    </message>
    <message>
        <source>only you read what is here.</source>
        <translation>alleen jij leest wat hier staat.</translation>
    </message>
    <message>
        <source>you and {0}.</source>
        <translation>jij en {0}.</translation>
    </message>
    <message>
        <source>you and at least {0}.</source>
        <translation>jij en minstens {0}.</translation>
    </message>
    <message>
        <source>Only they read what you write here.</source>
        <translation>Alleen zij lezen wat je hier schrijft.</translation>
    </message>
    <message>
        <source>everyone in the community reads along.</source>
        <translation>iedereen in de community leest mee.</translation>
    </message>
    <message>
        <source>There is 1 member.</source>
        <translation>Er is 1 lid.</translation>
    </message>
    <message>
        <source>There are {0} members.</source>
        <translation>Er zijn {0} leden.</translation>
    </message>
    <message>
        <source>There are {0} members from 1 organisation.</source>
        <translation>Er zijn {0} leden uit 1 organisatie.</translation>
    </message>
    <message>
        <source>There are {0} members from {1} organisations.</source>
        <translation>Er zijn {0} leden uit {1} organisaties.</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persoon</translation>
    </message>
    <message>
        <source>{0} people</source>
        <translation>{0} mensen</translation>
    </message>
    <message>
        <source>{people} from 1 organisation</source>
        <translation>{people} uit 1 organisatie</translation>
    </message>
    <message>
        <source>{people} from {count} organisations</source>
        <translation>{people} uit {count} organisaties</translation>
    </message>
    <message>
        <source>is new since you last looked</source>
        <translation>is nieuw sinds je laatst keek</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} en {1}</translation>
    </message>
    <message>
        <source>are new since you last looked</source>
        <translation>zijn nieuw sinds je laatst keek</translation>
    </message>
    <message>
        <source>{0}, {1} and {2} more</source>
        <translation>{0}, {1} en nog {2}</translation>
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
    <name>notices</name>
    <message>
        <source>What the system tells you</source>
        <translation>Wat het systeem je meldt</translation>
    </message>
    <message>
        <source>Everything comes in the list. Of a closed group the system names only the group, because others may see your screen.</source>
        <translation>Alles komt in de lijst. Van een besloten groep noemt het systeem alleen de groep, want anderen kunnen je scherm zien.</translation>
    </message>
    <message>
        <source>Answers, mentions and quotes</source>
        <translation>Antwoorden, vermeldingen en citaten</translation>
    </message>
    <message>
        <source>New topics in my closed groups</source>
        <translation>Nieuwe onderwerpen in mijn besloten groepen</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Waarderingen</translation>
    </message>
    <message>
        <source>Show notifications of the system</source>
        <translation>Toon meldingen via het systeem</translation>
    </message>
    <message>
        <source>The weekend is quiet too</source>
        <translation>Ook stil in het weekend</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Stille uren</translation>
    </message>
    <message>
        <source>Quiet hours, from and until</source>
        <translation>Stille uren, van en tot</translation>
    </message>
    <message>
        <source>for instance 18:00-08:00</source>
        <translation>bijvoorbeeld 18:00-08:00</translation>
    </message>
    <message>
        <source>Write two times, as 18:00-08:00. Empty is no quiet hours.</source>
        <translation>Schrijf twee tijden, zoals 18:00-08:00. Laat het leeg als je geen stille uren wilt.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Markeer alles als gelezen</translation>
    </message>
    <message>
        <source>Nobody called you yet</source>
        <translation>Nog geen meldingen</translation>
    </message>
    <message>
        <source>When someone answers, names or quotes you, it comes here.</source>
        <translation>Geeft iemand je antwoord, of noemt of citeert iemand je? Dan zie je het hier.</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>a topic that is not here</source>
        <translation>een onderwerp dat hier niet staat</translation>
    </message>
    <message>
        <source>{who} answered in “{title}”</source>
        <translation>{who} antwoordde in ‘{title}’</translation>
    </message>
    <message>
        <source>{who} named you in “{title}”</source>
        <translation>{who} noemde jou in ‘{title}’</translation>
    </message>
    <message>
        <source>{who} quoted you in “{title}”</source>
        <translation>{who} citeerde jou in ‘{title}’</translation>
    </message>
    <message>
        <source>Your answer in “{title}” helped</source>
        <translation>Je antwoord in ‘{title}’ hielp</translation>
    </message>
    <message>
        <source>{who} likes what you wrote in “{title}”</source>
        <translation>{who} waardeert wat je schreef in ‘{title}’</translation>
    </message>
    <message>
        <source>You are in {group} now</source>
        <translation>Je zit nu in {group}</translation>
    </message>
    <message>
        <source>{who} began “{title}”</source>
        <translation>{who} begon ‘{title}’</translation>
    </message>
    <message>
        <source>A rule of yours tells of “{title}”</source>
        <translation>Een regel van jou meldt ‘{title}’</translation>
    </message>
    <message>
        <source>the group that you asked for</source>
        <translation>de groep waar je om vroeg</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ongelezen</translation>
    </message>
    <message>
        <source>closed group</source>
        <translation>besloten groep</translation>
    </message>
    <message>
        <source>{count} new notifications</source>
        <translation>{count} nieuwe meldingen</translation>
    </message>
    <message>
        <source>Something new for you</source>
        <translation>Iets nieuws voor jou</translation>
    </message>
    <message>
        <source>Something new for you in this closed group</source>
        <translation>Iets nieuws voor jou in deze besloten groep</translation>
    </message>
    <message>
        <source>{count} new notifications about “{title}”</source>
        <translation>{count} nieuwe meldingen over ‘{title}’</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>Export everything as Markdown</source>
        <translation>Exporteer alles als Markdown</translation>
    </message>
    <message>
        <source>drafts.md</source>
        <translation>concepten.md</translation>
    </message>
    <message>
        <source>outbox.md</source>
        <translation>uitvak.md</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>Schrijf verder</translation>
    </message>
    <message>
        <source>It is among your drafts again</source>
        <translation>Het staat weer bij je concepten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Weggegooid</translation>
    </message>
    <message>
        <source>Too late: it has left already</source>
        <translation>Te laat: het is al verstuurd</translation>
    </message>
    <message>
        <source>{0} texts written to {1}</source>
        <translation>{0} teksten geschreven naar {1}</translation>
    </message>
    <message>
        <source>1 text written to {1}</source>
        <translation>1 tekst geschreven naar {1}</translation>
    </message>
    <message>
        <source>Not written: {0}</source>
        <translation>Niet geschreven: {0}</translation>
    </message>
    <message>
        <source>No group yet</source>
        <translation>Nog geen groep</translation>
    </message>
    <message>
        <source>changed {0}</source>
        <translation>gewijzigd: {0}</translation>
    </message>
    <message>
        <source>with {0}</source>
        <translation>met {0}</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Gooi weg</translation>
    </message>
    <message>
        <source>sent {0}, no confirmation</source>
        <translation>verstuurd {0}, geen bevestiging</translation>
    </message>
    <message>
        <source>The community says: {0}</source>
        <translation>De community zegt: {0}</translation>
    </message>
    <message>
        <source>Arrived {0}</source>
        <translation>Aangekomen {0}</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Waits for what you wrote before it here</source>
        <translation>Wacht op wat je hier eerder schreef</translation>
    </message>
    <message>
        <source>Perhaps arrived already</source>
        <translation>Misschien al aangekomen</translation>
    </message>
    <message>
        <source>Perhaps arrived already. Looked for once there is a connection</source>
        <translation>Misschien al aangekomen. We kijken na zodra er verbinding is</translation>
    </message>
    <message>
        <source>Waits for connection</source>
        <translation>Wacht op verbinding</translation>
    </message>
    <message>
        <source>Goes out at {0}</source>
        <translation>Wordt verstuurd om {0}</translation>
    </message>
    <message>
        <source>Did not get through. Next try at {0}</source>
        <translation>Kwam er niet door. Nieuwe poging om {0}</translation>
    </message>
    <message>
        <source>Waits until {0}: the community asks for that</source>
        <translation>Wacht tot {0}: de community vraagt dat</translation>
    </message>
    <message>
        <source>Waits until {0}: the community takes one topic per {1} s</source>
        <translation>Wacht tot {0}: in deze community mag één onderwerp per {1} s</translation>
    </message>
    <message>
        <source>Waits until {0}: the community takes one post per {1} s</source>
        <translation>Wacht tot {0}: in deze community mag één bijdrage per {1} s</translation>
    </message>
    <message>
        <source>Waits until {0}: the community does not take the same text twice so soon</source>
        <translation>Wacht tot {0}: de community neemt dezelfde tekst niet zo snel twee keer aan</translation>
    </message>
    <message>
        <source>Goes out after 1 other</source>
        <translation>Wordt verstuurd na 1 andere</translation>
    </message>
    <message>
        <source>Goes out after {0} others</source>
        <translation>Wordt verstuurd na {0} andere</translation>
    </message>
    <message>
        <source>Goes out in a moment</source>
        <translation>Wordt zo verstuurd</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Aanpassen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Trek terug</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerk</translation>
    </message>
    <message>
        <source>To drafts</source>
        <translation>Naar concepten</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Trek terug</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Stuur nu</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Stuur opnieuw</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Kijk na</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Het staat er</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Toch versturen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lees</translation>
    </message>
    <message>
        <source>Other group</source>
        <translation>Andere groep</translation>
    </message>
    <message>
        <source>New topic in {0}</source>
        <translation>Nieuw onderwerp in {0}</translation>
    </message>
    <message>
        <source>Answer in {0}</source>
        <translation>Antwoord in {0}</translation>
    </message>
    <message>
        <source>Answer the topic itself</source>
        <translation>Antwoord op het onderwerp zelf</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Concepten</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Uitvak</translation>
    </message>
    <message>
        <source>Kept as you type, on this computer only.</source>
        <translation>Bewaard terwijl je typt, alleen op deze computer.</translation>
    </message>
    <message>
        <source>Goes out by itself: once, in order, as soon as there is a connection.</source>
        <translation>Wordt vanzelf verstuurd: één keer, op volgorde, zodra er verbinding is.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Wacht op jou</translation>
    </message>
    <message>
        <source>Sent in the last week</source>
        <translation>Verstuurd in de laatste week</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Laatst gewijzigd eerst</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Geen concepten</translation>
    </message>
    <message>
        <source>What you begin and do not send yet is kept here.</source>
        <translation>Wat je begint en nog niet verstuurt, blijft hier bewaard.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Er wacht niets</translation>
    </message>
    <message>
        <source>What you share stands here until it has arrived, also without internet.</source>
        <translation>Wat je deelt, staat hier tot het is aangekomen. Ook zonder internet.</translation>
    </message>
    <message>
        <source>Export everything as Markdown…</source>
        <translation>Exporteer alles als Markdown…</translation>
    </message>
    <message>
        <source>Waits for a moderator</source>
        <translation>Wacht op een moderator</translation>
    </message>
    <message>
        <source>Perhaps arrived already. Look there before you send it again</source>
        <translation>Misschien al aangekomen. Kijk daar eerst voor je het opnieuw stuurt</translation>
    </message>
    <message>
        <source>More people read along than when you wrote it</source>
        <translation>Er lezen meer mensen mee dan toen je het schreef</translation>
    </message>
    <message>
        <source>You are no longer in this group</source>
        <translation>Je zit niet meer in deze groep</translation>
    </message>
    <message>
        <source>The group is closed for new posts</source>
        <translation>Groep is gesloten voor nieuwe bijdragen</translation>
    </message>
    <message>
        <source>The community does not let you do this</source>
        <translation>Dit mag je niet van de community</translation>
    </message>
    <message>
        <source>The topic is no longer there</source>
        <translation>Het onderwerp is er niet meer</translation>
    </message>
    <message>
        <source>The post you answered is no longer there</source>
        <translation>De bijdrage waar je op antwoordde, is er niet meer</translation>
    </message>
    <message>
        <source>The topic is closed for new answers</source>
        <translation>Het onderwerp is gesloten voor nieuwe antwoorden</translation>
    </message>
    <message>
        <source>The topic was moved to another group, with other readers</source>
        <translation>Het onderwerp is verplaatst naar een andere groep, met andere lezers</translation>
    </message>
    <message>
        <source>It is no longer there</source>
        <translation>Het is er niet meer</translation>
    </message>
    <message>
        <source>The post was changed elsewhere meanwhile</source>
        <translation>De bijdrage is intussen ergens anders gewijzigd</translation>
    </message>
    <message>
        <source>The community did not accept it</source>
        <translation>De community nam het niet aan</translation>
    </message>
    <message>
        <source>A file that goes with it is no longer on this computer</source>
        <translation>Een bestand dat erbij hoort, staat niet meer op deze computer</translation>
    </message>
    <message>
        <source>The community did not accept a file</source>
        <translation>De community nam een bestand niet aan</translation>
    </message>
    <message>
        <source>More about {0}</source>
        <translation>Meer over {0}</translation>
    </message>
    <message>
        <source>Show {0} more</source>
        <translation>Toon er nog {0}</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ongedaan gemaakt</translation>
    </message>
    <message>
        <source>You asked to join {0}</source>
        <translation>Je vroeg om lid te worden van {0}</translation>
    </message>
    <message>
        <source>It will be taken back</source>
        <translation>Je bijdrage wordt verwijderd</translation>
    </message>
    <message>
        <source>Your change will be saved in the community</source>
        <translation>Je wijziging wordt bewaard in de community</translation>
    </message>
    <message>
        <source>Goes to {0} once there is a connection</source>
        <translation>Gaat naar {0} zodra er verbinding is</translation>
    </message>
    <message>
        <source>Answered in {0}</source>
        <translation>Geantwoord in {0}</translation>
    </message>
    <message>
        <source>Shared with {0}</source>
        <translation>Gedeeld met {0}</translation>
    </message>
    <message>
        <source>the community</source>
        <translation>de community</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persoon</translation>
    </message>
    <message>
        <source>{0} people</source>
        <translation>{0} mensen</translation>
    </message>
    <message>
        <source>{0} people from 1 organisation</source>
        <translation>{0} mensen uit 1 organisatie</translation>
    </message>
    <message>
        <source>{0} people from {1} organisations</source>
        <translation>{0} mensen uit {1} organisaties</translation>
    </message>
    <message>
        <source>Change in “{0}”</source>
        <translation>Wijziging in ‘{0}’</translation>
    </message>
    <message>
        <source>Take back “{0}”</source>
        <translation>Verwijder ‘{0}’</translation>
    </message>
    <message>
        <source>Take back an answer in “{0}”</source>
        <translation>Verwijder antwoord in ‘{0}’</translation>
    </message>
    <message>
        <source>Join {0}</source>
        <translation>Lid worden van {0}</translation>
    </message>
    <message>
        <source>Leave {0}</source>
        <translation>{0} verlaten</translation>
    </message>
    <message>
        <source>Ask to join {0}</source>
        <translation>Toegang vragen tot {0}</translation>
    </message>
    <message>
        <source>a topic that is not here</source>
        <translation>een onderwerp dat hier niet staat</translation>
    </message>
    <message>
        <source>Answer to “{0}”</source>
        <translation>Antwoord op ‘{0}’</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Zonder titel</translation>
    </message>
    <message>
        <source>The group is open now: the whole community reads along</source>
        <translation>De groep is nu open: de hele community leest mee</translation>
    </message>
    <message>
        <source>1 person reads along since you wrote this</source>
        <translation>1 persoon leest nieuw mee sinds je dit schreef</translation>
    </message>
    <message>
        <source>{0} people read along since you wrote this</source>
        <translation>{0} mensen lezen nieuw mee sinds je dit schreef</translation>
    </message>
    <message>
        <source>No longer like a post in “{0}”</source>
        <translation>Waardering terugnemen in ‘{0}’</translation>
    </message>
    <message>
        <source>Like for {0} in “{1}”</source>
        <translation>Waardering voor {0} in ‘{1}’</translation>
    </message>
    <message>
        <source>Like in “{0}”</source>
        <translation>Waardering in ‘{0}’</translation>
    </message>
    <message>
        <source>Came back: {0}</source>
        <translation>Kwam terug: {0}</translation>
    </message>
    <message>
        <source>Waits for you: {0}</source>
        <translation>Wacht op jou: {0}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijk</translation>
    </message>
    <message>
        <source>closed group</source>
        <translation>besloten groep</translation>
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
        <source>Write an answer</source>
        <translation>Schrijf een antwoord</translation>
    </message>
    <message>
        <source>Quote in my answer</source>
        <translation>Citeer in mijn antwoord</translation>
    </message>
    <message>
        <source>Like, or no longer</source>
        <translation>Waardeer, of niet meer</translation>
    </message>
    <message>
        <source>Edit my post</source>
        <translation>Bewerk mijn bijdrage</translation>
    </message>
    <message>
        <source>Delete my post</source>
        <translation>Verwijder mijn bijdrage</translation>
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
        <source>Share</source>
        <translation>Doorgeven</translation>
    </message>
    <message>
        <source>Ways to share</source>
        <translation>Manieren om door te geven</translation>
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
        <source>Select all</source>
        <translation>Selecteer alles</translation>
    </message>
    <message>
        <source>Copy link to this post</source>
        <translation>Kopieer link naar deze bijdrage</translation>
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
        <translation>Tekst van bijdrage {number}</translation>
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
        <translation>{0} waarderingen, ook van jou</translation>
    </message>
    <message>
        <source>1 like</source>
        <translation>1 waardering</translation>
    </message>
    <message>
        <source>{0} likes</source>
        <translation>{0} waarderingen</translation>
    </message>
    <message>
        <source>Post {position} of {total} by {who}</source>
        <translation>Bijdrage {position} van {total} van {who}</translation>
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
        <translation>Een bijdrage in deze community</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>Vergroot de afbeelding</translation>
    </message>
    <message>
        <source>Delete this topic?</source>
        <translation>Dit onderwerp verwijderen?</translation>
    </message>
    <message>
        <source>The answers of others go with it.</source>
        <translation>Ook de antwoorden van anderen verdwijnen.</translation>
    </message>
    <message>
        <source>Delete your post?</source>
        <translation>Je bijdrage verwijderen?</translation>
    </message>
    <message>
        <source>You can take this back until it has left.</source>
        <translation>Je kunt dit ongedaan maken tot het verstuurd is.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Houd het</translation>
    </message>
    <message>
        <source>Fetching your text as you wrote it …</source>
        <translation>We halen je tekst op zoals je hem schreef …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>This post cannot be changed now.</source>
        <translation>Deze bijdrage kan nu niet gewijzigd worden.</translation>
    </message>
    <message>
        <source>The community has your text as you wrote it, and it cannot be reached.</source>
        <translation>Je tekst zoals je hem schreef, staat bij de community. Die is nu niet bereikbaar.</translation>
    </message>
    <message>
        <source>Look in the outbox</source>
        <translation>Kijk in het Uitvak</translation>
    </message>
    <message>
        <source>Answer {name}</source>
        <translation>Antwoord {name}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerk</translation>
    </message>
    <message>
        <source>Edit your post</source>
        <translation>Bewerk je bijdrage</translation>
    </message>
    <message>
        <source>Delete your post</source>
        <translation>Verwijder je bijdrage</translation>
    </message>
    <message>
        <source>Like this post</source>
        <translation>Waardeer deze bijdrage</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>Gewaardeerd</translation>
    </message>
    <message>
        <source>Your change: {0}</source>
        <translation>Je wijziging: {0}</translation>
    </message>
    <message>
        <source>Deleting this: {0}</source>
        <translation>Verwijderen: {0}</translation>
    </message>
    <message>
        <source>leaves in a moment, only you see it yet</source>
        <translation>wordt zo verstuurd, nu zie alleen jij het</translation>
    </message>
    <message>
        <source>waits for connection, only you see it yet</source>
        <translation>wacht op verbinding, nu zie alleen jij het</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>wordt verstuurd</translation>
    </message>
    <message>
        <source>perhaps arrived already</source>
        <translation>misschien al aangekomen</translation>
    </message>
    <message>
        <source>not sent: waits for you</source>
        <translation>niet verstuurd: wacht op jou</translation>
    </message>
    <message>
        <source>came back, it was not taken</source>
        <translation>kwam terug, het is niet aangenomen</translation>
    </message>
    <message>
        <source>sent, waits for a moderator</source>
        <translation>verstuurd, wacht op een moderator</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>aangekomen</translation>
    </message>
</context>
<context>
    <name>reply</name>
    <message>
        <source>Close, the text is kept</source>
        <translation>Sluit, de tekst blijft bewaard</translation>
    </message>
    <message>
        <source>Mention someone</source>
        <translation>Noem iemand</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Voeg een bestand toe</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Je antwoord</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Aanpassen</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Toch versturen</translation>
    </message>
    <message>
        <source>Only the link</source>
        <translation>Alleen de link</translation>
    </message>
    <message>
        <source>Keep the text</source>
        <translation>Houd de tekst</translation>
    </message>
    <message>
        <source>A file is still being added. Try again in a moment.</source>
        <translation>Er wordt nog een bestand toegevoegd. Probeer het zo nog eens.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Schrijf eerst iets.</translation>
    </message>
    <message>
        <source>You have not changed anything yet.</source>
        <translation>Je hebt nog niets gewijzigd.</translation>
    </message>
    <message>
        <source>This is too long: at most {0} characters.</source>
        <translation>Dit is te lang: hooguit {0} tekens.</translation>
    </message>
    <message>
        <source>Write an answer …</source>
        <translation>Schrijf een antwoord …</translation>
    </message>
    <message>
        <source>Write an answer to {name} …</source>
        <translation>Schrijf een antwoord aan {name} …</translation>
    </message>
    <message>
        <source>Your change: {words}</source>
        <translation>Je wijziging: {words}</translation>
    </message>
    <message>
        <source>Draft: {words}</source>
        <translation>Concept: {words}</translation>
    </message>
    <message>
        <source>You change your post</source>
        <translation>Je wijzigt je bijdrage</translation>
    </message>
    <message>
        <source>Answer to {name}</source>
        <translation>Antwoord aan {name}</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Bewaar wijziging</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>1 more draft</source>
        <translation>Nog 1 concept</translation>
    </message>
    <message>
        <source>{0} more drafts</source>
        <translation>Nog {0} concepten</translation>
    </message>
    <message>
        <source>There is no room on this computer to keep your text. It is still here, and is tried again.</source>
        <translation>Er is op deze computer geen ruimte om je tekst te bewaren. Hij staat er nog, en we proberen het opnieuw.</translation>
    </message>
    <message>
        <source>Your text could not be kept just now. It is still here, and is tried again.</source>
        <translation>Je tekst kon net niet bewaard worden. Hij staat er nog, en we proberen het opnieuw.</translation>
    </message>
    <message>
        <source>This topic is closed for new answers.</source>
        <translation>Dit onderwerp is gesloten voor nieuwe antwoorden.</translation>
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
    <name>share-on</name>
    <message>
        <source>This comes from the closed group {group}</source>
        <translation>Dit komt uit de besloten groep {group}</translation>
    </message>
    <message>
        <source>Only the link</source>
        <translation>Alleen de link</translation>
    </message>
    <message>
        <source>With the text</source>
        <translation>Met de tekst</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>What is written in {group} is for its members. With the text in it, others can read it too. The link only opens for who may read there.</source>
        <translation>Wat in {group} staat, is voor de leden. Geef je de tekst door, dan kunnen ook anderen hem lezen. De link opent alleen voor wie daar mag lezen.</translation>
    </message>
    <message>
        <source>{count} people read along in {group}. With the text in it, others can read it too. The link only opens for who may read there.</source>
        <translation>In {group} lezen {count} mensen mee. Geef je de tekst door, dan kunnen ook anderen hem lezen. De link opent alleen voor wie daar mag lezen.</translation>
    </message>
    <message>
        <source>Hand this topic on…</source>
        <translation>Geef dit onderwerp door…</translation>
    </message>
    <message>
        <source>All ways to hand this topic on</source>
        <translation>Alle manieren om dit onderwerp door te geven</translation>
    </message>
    <message>
        <source>{action} (D). More ways: Shift+D</source>
        <translation>{action} (D). Meer manieren: Shift+D</translation>
    </message>
    <message>
        <source>Hand on: {action}</source>
        <translation>Doorgeven: {action}</translation>
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
        <source>There is no mail program here. The link is copied.</source>
        <translation>Er is hier geen mailprogramma. De link is gekopieerd.</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <translation>Bewaar als Markdown</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als pdf</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Geschreven naar {file}</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>Het bestand kon niet worden geschreven: {reason}</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Kopieer de link</translation>
    </message>
    <message>
        <source>Mail to a colleague…</source>
        <translation>Mail een collega…</translation>
    </message>
    <message>
        <source>Share in another group…</source>
        <translation>Deel in een andere groep…</translation>
    </message>
    <message>
        <source>Copy as a quote</source>
        <translation>Kopieer als citaat</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Bewaar als Markdown…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaar als pdf…</translation>
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
        <source>needs you</source>
        <translation>wacht op jou</translation>
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
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Concepten</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Uitvak</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
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
        <source>1 contribution waits</source>
        <translation>1 bijdrage wacht</translation>
    </message>
    <message>
        <source>{0} contributions wait</source>
        <translation>{0} bijdragen wachten</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 wacht op jou</translation>
    </message>
    <message>
        <source>{0} need you</source>
        <translation>{0} wachten op jou</translation>
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
        <translation>Zon</translation>
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
