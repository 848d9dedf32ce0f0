import { compileLines } from './compile-phrases.ts';

/** Words of ending: with one of them a yes may be to the end ("yes, please close it"). */
const ENDINGS = compileLines(`
delet~|cancel~|remov~|archiv~|clos(e|es|ed|ing) (it|this|the (file|case|quote|ticket|request|enquiry|inquiry|matter)|our|my|down|out)|dead|went to|nothing
lösch~|storn~|abbrech~|streich~|entfern~|schließ~ (sie|wir|bitte)|weglegen
supprim~|effac~|clos|clôtur~|class(er|ez) (le|la|ce|sans)|ferm(er|ez) (le|la|ce|notre)
borr~|elimin~|cierr(e|en|a)|cerrar|archivar
cancell~|elimin~|chiud~|archivi~
encerr~|elimin~|apag(ar|uem|ue)|arquiv~|fechar (o|a) (processo|pedido|ticket|assunto|caso)
verwijder~|sluit~|annul~|wis
stäng~|radera~|ta bort|avslut~|lukk~|luk~|slet~|fjern~|afslut~|avslutt~
poista~|sulke~|peru~|lopet~
zamyk~|zamkn~|usuń|usunąć|usun~|anuluj~|skasuj~
закры~|закро~|удал~|убер~|отмен~
đóng (yêu cầu|hồ sơ|lại|giúp|vụ)|xóa|xoá|hủy|huỷ
tutup|hapus|batal~|dibatalkan
`);
const ENDINGS_EAST =
  /关闭|關閉|删除|刪除|结束|結束|作废|作廢|クローズ|削除|終了|取り下げ|取下げ|삭제|종료|마감|철회|닫아|ปิดเรื่อง|ปิดเคส|ปิดงาน(?!แล้วดี)|ลบ|ยกเลิก/u;

/** Does the text speak of closing, deleting or calling off? */
export const speaksOfEnding = (text: string): boolean => text.search(ENDINGS) >= 0 || ENDINGS_EAST.test(text);
