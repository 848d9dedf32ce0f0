/** Domains where strangers share an address's end: the sender's domain says nothing of the company there. */
const DOMAINS = `
gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com windowslive.com icloud.com me.com mac.com aol.com aim.com
ymail.com rocketmail.com myyahoo.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com
fastmail.com fastmail.fm hey.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com post.com consultant.com engineer.com inbox.com hushmail.com
mailbox.org posteo.de posteo.net runbox.com disroot.org riseup.net gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.fr gmx.us web.de freenet.de t-online.de
arcor.de online.de vodafone.de o2online.de kabelmail.de unitybox.de bluewin.ch hispeed.ch sunrise.ch aon.at chello.at a1.net
orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net numericable.fr bbox.fr club-internet.fr aliceadsl.fr skynet.be telenet.be proximus.be
libero.it virgilio.it alice.it tin.it tiscali.it inwind.it iol.it email.it fastwebnet.it pec.it aruba.it
telefonica.net terra.es movistar.es terra.com terra.com.br uol.com.br bol.com.br ig.com.br globo.com globomail.com r7.com sapo.pt clix.pt
ziggo.nl kpnmail.nl planet.nl hetnet.nl xs4all.nl home.nl upcmail.nl telfort.nl casema.nl quicknet.nl
btinternet.com btopenworld.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk tiscali.co.uk o2.co.uk plusnet.com
comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net frontier.com windstream.net juno.com netzero.net roadrunner.com
rogers.com shaw.ca sympatico.ca telus.net bell.net videotron.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz
mail.ru inbox.ru list.ru bk.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru lenta.ru ro.ru ukr.net i.ua meta.ua
wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu gazeta.pl tlen.pl poczta.fm poczta.onet.pl
seznam.cz email.cz centrum.cz post.cz volny.cz azet.sk zoznam.sk freemail.hu citromail.hu abv.bg mail.bg
online.no telia.com spray.se bredband.net home.se passagen.se tele2.se comhem.se mail.dk jubii.dk ofir.dk stofanet.dk kolumbus.fi luukku.com suomi24.fi
qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net 188.com sina.com sina.cn sohu.com aliyun.com 139.com 189.cn 21cn.com tom.com wo.cn
naver.com daum.net hanmail.net nate.com kakao.com korea.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp
rediffmail.com indiatimes.com sify.com vsnl.net singnet.com.sg starhub.net.sg pacific.net.sg streamyx.com tm.net.my hinet.net seed.net.tw pchome.com.tw netvigator.com
telkom.net cbn.net.id centrin.net.id vnn.vn fpt.vn hcm.vnn.vn walla.com walla.co.il bezeqint.net netvision.net.il 012.net.il mynet.com turk.net superonline.com
yopmail.com mailinator.com duck.com anonaddy.com simplelogin.com mozmail.com privaterelay.appleid.com relay.firefox.com
`;
const LISTED = new Set(DOMAINS.split(/\s+/).filter(domain => domain !== ''));
/** Families with a domain for each country: `yahoo.co.jp`, `hotmail.fr`, `outlook.de`, `live.nl`, `gmx.es`. */
const FAMILY =
  /^(yahoo|ymail|hotmail|outlook|live|msn|gmx|yandex|googlemail|aol|icloud|proton|tutanota|zoho)\.(com?\.)?[a-z]{2,3}$/;

export const isPublicMailProvider = (domain: string): boolean => {
  const lower = domain.toLowerCase();
  return LISTED.has(lower) || FAMILY.test(lower);
};
