/**
 * January to December, each in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian,
 * Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Russian, Ukrainian, Turkish, Indonesian, Malay, Estonian, Latvian, Greek,
 * Catalan and Thai, long and short, alone and as they stand beside a day; lower-case, without accents and points. Croatian is left
 * out: its `listopad` is October, that of Poles and Czechs November.
 */
const MONTHS: readonly string[] = [
  'january jan januar janvier janv enero ene gennaio gen janeiro januari tammikuu tammikuuta tammi styczen stycznia sty leden ledna led januara ianuarie ian январь января янв січень січня січ ocak oca jaanuar jaan janvaris ιανουαριου ιαν gener janner jaenner มกราคม',
  'february feb februar fevrier fevr febrero febbraio fevereiro fev februari helmikuu helmikuuta helmi luty lutego lut unor unora uno februara febr februarie февраль февраля февр лютии лютого лют subat sub veebruar veebr februaris φεβρουαριου φεβ febrer feber กมภาพนธ',
  'march mar marz mars marzo marco maart mrt marts maaliskuu maaliskuuta maalis marzec marca brezen brezna bre marec marcius marc martie март марта мар березень березня бер mart maret mac μαρτιου μαρ maerz mrz มนาคม',
  'april apr avril avr abril abr aprile huhtikuu huhtikuuta huhti kwiecien kwietnia kwi duben dubna dub aprila aprilis aprilie апрель апреля апр квітень квітня квіт nisan nis aprill απριλιου απρ เมษายน',
  'may mai mayo maggio mag maio mei maj toukokuu toukokuuta touko maja kveten kvetna kve majus маи мая травень травня трав mayıs maijs μαιου μαι maig พฤษภาคม',
  'june jun juni juin junio giugno giu junho kesakuu kesakuuta kesa czerwiec czerwca cze cerven cervna cvn juna junius iunie iun июнь июня июн червень червня черв haziran haz juuni junijs ιουνιου ιουν juny มถนายน',
  'july jul juli juillet juil julio luglio lug julho heinakuu heinakuuta heina lipiec lipca lip cervenec cervence cvc jula julius iulie iul июль июля июл липень липня лип temmuz tem julai juuli julijs ιουλιου ιουλ juliol กรกฎาคม',
  'august aug aout agosto ago augustus augusti elokuu elokuuta elo sierpien sierpnia sie srpen srpna srp augusta augusztus август августа авг серпень серпня серп agustos agu agustus ogos ogo augusts αυγουστου αυγ agost ag agt สงหาคม',
  'september sep sept septembre septiembre settembre set setembro syyskuu syyskuuta syys wrzesien wrzesnia wrz zari zar septembra szeptember szept septembrie сентябрь сентября сент вересень вересня вер eylul eyl septembris σεπτεμβριου σεπ setembre กนยายน',
  'october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta loka pazdziernik pazdziernika paz rijen rijna rij oktobra octombrie октябрь октября окт жовтень жовтня жовт ekim eki oktoober oktobris οκτωβριου οκτ ตลาคม',
  'november nov novembre noviembre novembro marraskuu marraskuuta marras listopad listopada lis listopadu novembra noiembrie ноябрь ноября нояб листопад листопада лист kasım kas novembris νοεμβριου νοε พฤศจกายน',
  'december dec dezember dez decembre diciembre dic dicembre dezembro desember des joulukuu joulukuuta joulu grudzien grudnia gru prosinec prosince pro decembra decembrie декабрь декабря дек грудень грудня груд aralık ara disember dis detsember dets decembris δεκεμβριου δεκ desembre ธนวาคม',
];

/** Monday to Sunday in the same languages, save short forms that mean two days. */
const WEEKDAYS: readonly string[] = [
  'monday mon montag mo lundi lun lunes lunedi segunda seg maandag ma mandag man maanantai poniedziałek pon pondeli po pondelok hetfo luni понедельник пн понеділок pazartesi pzt senin sen isnin isn esmaspaev pirmdiena pirmd δευτερα δευ dilluns dl',
  'tuesday tue dienstag di mardi mar martes martedi terca ter dinsdag tisdag tis tirsdag tirs tir tiistai ti wtorek wt utery ut utorok kedd marti вторник вт вівторок salı sal selasa sel teisipaev otrdiena otrd τριτη τρι dimarts dt',
  'wednesday wed mittwoch mi mercredi mer miercoles mie mercoledi quarta qua woensdag wo onsdag ons keskiviikko ke sroda sr streda szerda sze miercuri среда ср середа carsamba car rabu rab kolmapaev tresdiena tresd τεταρτη τετ dimecres dc',
  'thursday thu donnerstag do jeudi jeu jueves jue giovedi gio quinta qui donderdag torsdag tors tor torstai to czwartek czw ctvrtek ct stvrtok csutortok cs joi четверг чт четвер persembe per kamis kam khamis kha neljapaev ceturtdiena ceturtd πεμπτη πεμ dijous dj',
  'friday fri freitag fr vendredi ven viernes vie venerdi sexta sex vrijdag vr fredag fre perjantai pe piatek pt patek pa piatok pi pentek vineri vin пятница пт пʼятниця cuma cum jumat jum jumaat reede piektdiena piektd παρασκευη παρ divendres dv',
  'saturday sat samstag sa samedi sam sabado sab sabato zaterdag za lordag lor lørdag lør lauantai la sobota sob szombat szo sambata суббота сб субота cumartesi cmt sabtu laupaev sestdiena sestd σαββατο σαβ dissabte ds',
  'sunday sun sonntag dimanche dim domingo dom domenica zondag zo sondag son søndag søn sunnuntai su niedziela niedz nedele ne nedela vasarnap duminica dum воскресенье вс неділя нд pazar paz minggu min ahad ahd puhapaev svetdiena svetd κυριακη κυρ diumenge dg',
];

const indexOf = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list, i) => list.split(' ').map(name => [name, i + 1] as const)));

const months = indexOf(MONTHS);
const weekdays = indexOf(WEEKDAYS);

/** Month 1–12 by its name, with or without accents, capitals and points; undefined for other words. */
export const monthNamed = (word: string): number | undefined => months.get(bare(word));

/** ISO weekday (1 Monday) by its name; undefined for other words. */
export const weekdayNamed = (word: string): number | undefined => weekdays.get(bare(word));

const bare = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '');
