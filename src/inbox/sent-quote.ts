import type { Message } from './message.ts';
import { openingText } from './plain-text.ts';
import type { Provenance } from './provenance.ts';

/** What is known of the business when a mail is read; all empty without a configured system. */
export interface OwnSide {
  /** The quotes address without a label, lower-case; `null` when not configured. */
  readonly quotesAddress: string | null;
  /** Addresses of reps, lower-case. */
  readonly reps: readonly string[];
  readonly companyDomains: readonly string[];
}

const QUOTE_WORDS =
  /(?<![\p{L}])(quotes?|quotations?|estimates?|proposals?|offers?|angebot\w*|kostenvoranschlag|offerte\w*|devis|proposition (?:commerciale|de prix)|presupuesto\w*|cotizaci[oó]n|oferta\w*|preventivo|offerta|or[çc]amento|proposta|cota[çc][ãa]o|tilbud\w*|offert\w*|tarjous\w*|wycen\w*|ofert\w*|nabídk\w*|cenov\w+ ponuk\w*|árajánlat\w*|ajánlat\w*|teklif\w*|предложени\w*|смет\w*|расч[её]т\w*|кп|báo giá|penawaran|sebut harga)(?![\p{L}])|报价|報價|估价|見積|견적|ใบเสนอราคา/iu;
const AMOUNT =
  /(?:[$€£¥₹₩₽฿₫]|(?<![A-Z])(?:USD|EUR|GBP|CHF|SGD|AUD|CAD|NZD|HKD|JPY|CNY|SEK|NOK|DKK|PLN|CZK|INR|THB|IDR|VND|MYR|BRL|RUB|KRW)(?![A-Z])|\bkr\b|S\$|Rp\b)\s?\d[\d.,' \u00a0]*|\d[\d.,' \u00a0]*\s?(?:[$€£¥₹₩₽฿₫]|(?:USD|EUR|GBP|CHF|SGD|AUD|CAD|NZD|HKD|JPY|CNY|SEK|NOK|DKK|PLN|CZK|INR|THB|IDR|VND|MYR|BRL|RUB|KRW|kr|zł|Kč|Ft)(?![A-Za-z]))/;
const OFFERING =
  /attached|enclosed|please find|find (?:the|our|my)|here(?:'s| is) (?:the|our|your)|valid (?:until|for|through)|as (?:discussed|requested|promised)|pleased to (?:offer|quote|send)|anbei|im anhang|beigefügt|gültig bis|ci-joint|pièce jointe|valable|adjunt\w*|válid\w*|in allegato|allegat\w*|valido|em anexo|segue|bijgevoegd|bijlage|geldig|bifogat|bifogad|vedhæftet|vedlagt|gælder|giltig|w załączniku|ważn[ya]|во вложении|прилага|действительн|附件|附上|有效期|添付|有効期限|첨부|유효|đính kèm|terlampir|berlaku|แนบ/iu;
/** A signed offer sent back, or an order: an answer, whatever it attaches. */
const ACCEPTING =
  /(?<![\p{L}])(signed|accept\w*|approv\w*|purchase order|we (?:hereby )?order|unterschrieben\w*|unterzeichnet\w*|gegengezeichnet\w*|annehmen|bestell\w*|beauftrag\w*|sign[ée]e?s?|bon pour accord|acept\w*|firmad\w*|accett\w*|firmat\w*|aceit\w*|assinad\w*|akkoord|getekend\w*|godk\w*|underskrev\w*|signert\w*|akcept\w*|podpisan\w*|подписан\w*|согласн\w*)(?![\p{L}])|签字|签署|接受|承認|発注|서명|승인/iu;
const REPLY_SUBJECT =
  /^\s*(?:\[[^\]]{1,30}\]\s*)*(?:re|aw|sv|vs|antw|antwort|ré|rif|odp|ynt|回复|回覆|答复|返信|답장|tr|balas|bls)\s*(?:\[\d+\])?\s*[:：]/iu;

/**
 * A mail without any mark of ours that is a quote on its way to a customer rather than an answer: with a configured
 * system, blind-copied by one of us; without, a new mail that attaches or prices an offer.
 */
export const looksLikeSentQuote = (message: Message, provenance: Provenance, side: OwnSide): boolean =>
  side.quotesAddress === null
    ? offersSomething(message)
    : fromOurSide(provenance, side) &&
      (blindCopied(message, provenance, side.quotesAddress) || offersSomething(message));

const fromOurSide = ({ from }: Provenance, { reps, companyDomains }: OwnSide): boolean =>
  from !== null && (reps.includes(from) || companyDomains.includes(from.split('@').at(-1) ?? ''));

/** For us by the envelope, and to somebody else in sight. */
const blindCopied = (message: Message, provenance: Provenance, quotesAddress: string): boolean => {
  const visible = [...message.to, ...message.cc].map(({ address }) => unlabelled(address));
  const meant = provenance.recipient === null || unlabelled(provenance.recipient) === quotesAddress;
  return meant && visible.length > 0 && !visible.includes(quotesAddress);
};

const unlabelled = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@');

const offersSomething = (message: Message): boolean => {
  const text = openingText(message).slice(0, 20_000);
  const pdf = message.attachments.some(
    ({ filename, contentType }) => contentType === 'application/pdf' || /\.pdf$/i.test(filename ?? ''),
  );
  const names = `${message.subject}\n${message.attachments.map(({ filename }) => filename ?? '').join('\n')}`;
  const named = QUOTE_WORDS.test(names.replaceAll(/[_-]/g, ' '));
  const answers = message.inReplyTo.length > 0 || REPLY_SUBJECT.test(message.subject) || ACCEPTING.test(text);
  if (answers) return false;
  const offers = OFFERING.test(text) && QUOTE_WORDS.test(text);
  return (pdf && (named || offers)) || (named && AMOUNT.test(text) && OFFERING.test(text));
};
