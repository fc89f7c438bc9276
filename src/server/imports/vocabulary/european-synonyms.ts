import type { Field } from './synonyms.ts';

/**
 * Header words, separated by `；`, of registers in Serbian, Croatian, Slovenian, Slovak, Romanian,
 * Bulgarian, Greek, Dutch, the languages of the Baltic and the North, and words for the country of
 * an investor in further languages. Each word has only one meaning.
 */
export const europeanSynonyms: Readonly<Partial<Record<Field, string>>> = {
  project_name:
    'Denumirea proiectului；Denumire proiect；Numele proiectului；Наименование на проекта；Име на проекта；Ονομασία έργου；Τίτλος έργου；Έργο；Projectnaam；Naam project；Prosjektnavn；Projekto pavadinimas；Projekta nosaukums；Projekti nimi；Naziv naložbe',
  investor_name:
    'Ulagatelj；Ulagač；Επενδυτής；Φορέας επένδυσης；Investeerder；Investuotojas；Investētājs；Vlagatelj',
  country:
    'Zemlja；Zemlja porekla；Zemlja podrijetla；Zemlja investitora；Zemlja ulagača；Država；Država porekla；Država investitora；Država ulagača；Krajina；Krajina pôvodu；Krajina investora；Țara；Ţara；Țară；Ţară；Țara de origine；Ţara de origine；Țara investitorului；Ţara investitorului；Държава；Държава на произход；Държава на инвеститора；Страна на произход；Χώρα；Χώρα προέλευσης；Χώρα επενδυτή；Land van herkomst；Land van investeerder；Herkomstland；Oprindelsesland；Opprinnelsesland；Ursprungsland；Країна；Країна походження；Країна інвестора；Šalis；Kilmės šalis；Valsts；Izcelsmes valsts；Riik；Päritoluriik；Stát；Stát původu；Země investora；Kraj inwestora；Befektető országa；Yatırımcı ülkesi；Yatırımcının ülkesi；Negara investor；Negara asal investor；Nước đầu tư；Quốc gia đầu tư；Pays de l’investisseur；País del inversor；País do investidor；Paese dell’investitore',
  industry:
    'Panoga；Gospodarska panoga；Отрасъл；Κλάδος；Κλάδος δραστηριότητας；Bedrijfstak；Bransje；Sektorius；Nozare；Tegevusala；Domeniu de activitate；Domeniul de activitate',
  stage:
    'Етап на проекта；Στάδιο；Στάδιο έργου；Etapas；Projekto etapas；Projekta stadija；Stadija；Stādija；Projekti etapp；Stadiul proiectului',
  status: 'Būsena；Olek；Statuss',
  total_investment:
    'Vrednost naložbe；Višina naložbe；Výška investície；Hodnota investície；Valoarea investiției；Valoarea investiţiei；Valoare investiție；Valoare investiţie；Стойност на инвестицията；Размер на инвестицията；Ύψος επένδυσης；Προϋπολογισμός；Προϋπολογισμός έργου；Investeringsbedrag；Investeringsbeløb；Investicijų suma；Investicijų vertė；Investīciju apjoms；Investeering；Investeeringu maht',
  jobs_plan:
    'Planirano zapošljavanje；Delovna mesta；Nova delovna mesta；Nové pracovné miesta；Работни места；Нови работни места；Νέες θέσεις εργασίας；Darbo vietos；Naujos darbo vietos；Darbavietas；Jaunas darbavietas；Töökohad；Uued töökohad；Nye arbejdspladser；Nye arbeidsplasser',
  signed_date:
    'Datum potpisivanja；Datum potpisivanja ugovora；Datum podpisa；Datum podpisa pogodbe；Dátum podpisu；Data semnării；Data semnării contractului；Дата на подписване；Ημερομηνία υπογραφής',
  owner:
    'Odgovorno lice；Odgovorna osoba；Zodpovedná osoba；Persoana responsabilă；Отговорник；Υπεύθυνος；Atsakingas asmuo；Atbildīgā persona；Vastutaja',
  currency: 'Νόμισμα；Valūta；Valiuta；Valuuta',
  remark:
    'Opombe；Opomba；Observații；Observaţii；Забележка；Забележки；Παρατηρήσεις；Opmerkingen；Opmerking；Bemærkninger；Merknader；Pastabos；Piezīmes；Märkused',
};
