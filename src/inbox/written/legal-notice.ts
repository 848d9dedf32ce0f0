const SECRET =
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat[eoi]|vertrouwelijk|konfidentiell|fortrolig|luottamuksellis|poufn|конфиденциальн|保密|机密|機密|秘密|기밀|rahasia|bảo mật/iu;
const ADDRESSEE =
  /intended (?:only |solely )?(?:recipient|for)|addressee|unauthori[sz]ed|received (?:this|it) in error|empfänger|adressat(?!in)|irrtümlich|unbefugte|destinataire|destinatari[oa]|destinatário|geadresseerde|ontvanger|avsedd|mottagare|modtager|mottaker|vastaanottaja|adresat|odbiorc|адресат|получател|收件人|受信者|수신인|수신자|penerima|người nhận/iu;
const PAPER =
  /(?:consider|think of|think about) the environment before printing|do(?:n't| not) print this e-?mail|denken sie an die umwelt|pensez à l['’]environnement|piense en el medio ?ambiente|pensi all['’]ambiente|pense no meio ambiente|denk aan het milieu/iu;
const SCANNED =
  /^(?:this (?:e-?mail|message) (?:has been|was) (?:checked|scanned)|virus-free|diese e-mail wurde (?:von|auf viren)|l'absence de virus|este (?:correo|e-mail) (?:ha sido|foi) |libre de virus|virenfrei|mail delivered by|questo messaggio .{0,20}analizzato)/iu;
const MOST_CHARS = 6_000;
const FEWEST_CHARS = 60;

/** True for the standing paragraph about confidentiality, printing or virus checks that a company's server adds. */
export const isLegalNotice = (paragraph: string): boolean => {
  const text = paragraph.trim();
  if (text.length > MOST_CHARS) return false;
  if (SCANNED.test(text) || (text.length < 400 && PAPER.test(text))) return true;
  return text.length >= FEWEST_CHARS && SECRET.test(text) && ADDRESSEE.test(text);
};
