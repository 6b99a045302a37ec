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
        <source>Welcome to the Stamtafel</source>
        <translation>Welkom aan de Stamtafel</translation>
    </message>
    <message>
        <source>What matters in your field, in five minutes. Also without internet.</source>
        <translation>Wat er in je vak speelt, in vijf minuten. Ook zonder internet.</translation>
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
    <name>search</name>
    <message>
        <source>Search everything you have here</source>
        <translation>Zoek in alles wat je hier hebt</translation>
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
