import { expected, type Fixture } from './expected.ts';
import { printed, written } from './made.ts';

/** A home by its domain, labels in both Chinese scripts and in Korean, a paper's title over a person, "Ao …". */
export const labelsAndHomes: readonly Fixture[] = [
  written(
    'en-nursing-home.eml',
    {
      from: 'Ben Karr <ben@karrelectrical.example>',
      to: '"J. Whitcombe" <jw@elmfieldnursing.example>',
      subject: 'Elmfield Nursing Home - rewiring quote KE/301',
      date: 'Tue, 15 Sep 2026 10:00:00 +0100',
      text: 'Dear Mr Whitcombe,\n\nOur quote KE/301 for the rewiring:\n\nTotal £14,300.00 plus VAT\nValid until 15 October 2026\n\nBen Karr\nKarr Electrical Services Ltd\nRegistered in England 07654321',
    },
    expected(
      'Elmfield Nursing Home',
      'KE/301',
      1430000,
      'GBP',
      '2026-09-15',
      '2026-10-15',
      'jw@elmfieldnursing.example',
    ),
  ),
  written(
    'ko-greeted-desk.eml',
    {
      from: '김현우 <kim@hanbitsign.example>',
      to: 'lee@seoulcafe.example',
      subject: '견적서 송부의 건',
      date: 'Tue, 15 Sep 2026 10:00:00 +0900',
      text: '서울카페 담당자님께\n\n안녕하세요. 한빛간판 김현우입니다.\n견적번호: HB-7\n합계: 880,000원\n유효기간: 2026-10-15',
    },
    expected('서울카페', 'HB-7', 880000, 'KRW', '2026-09-15', '2026-10-15', 'lee@seoulcafe.example'),
  ),
  written(
    'ko-supplied-to.eml',
    {
      from: '미래가구 <sales@miraegagu.example>',
      to: 'office@pureun.example',
      subject: '견적서 M-12',
      date: 'Wed, 16 Sep 2026 10:00:00 +0900',
      text: '공급받는자: 푸른유치원\n공급자: (주)미래가구\n견적번호: M-12\n합계: 3,300,000원\n유효기간: 2026-10-16',
    },
    expected('푸른유치원', 'M-12', 3300000, 'KRW', '2026-09-16', '2026-10-16', 'office@pureun.example'),
  ),
  written(
    'zh-client-label.eml',
    {
      from: '明达灯具 <sales@mingda-light.example>',
      to: 'wang@huamei-hotel.example',
      subject: '报价单 BJ0914',
      date: 'Mon, 14 Sep 2026 10:00:00 +0800',
      text: '报价单编号：BJ0914\n客戶名称：苏州华美酒店\n联系人：王芳\n合计：￥8,600.00\n有效期至：2026-10-14\n报价单位：杭州明达灯具有限公司',
    },
    expected('苏州华美酒店', 'BJ0914', 860000, 'CNY', '2026-09-14', '2026-10-14', 'wang@huamei-hotel.example'),
  ),
  printed(
    'ja-title-over-person.pdf',
    `お見積書\n山本 花子 様\n下記の通りお見積り申し上げます。\n見積番号 302\n発行日 2026年9月15日\n有効期限 2026年10月15日\n合計 ¥88,000\n@380 有限会社ひかりリフォーム`,
    expected('山本 花子', '302', 88000, 'JPY', '2026-09-15', '2026-10-15'),
  ),
  printed(
    'pt-ao-condominio.pdf',
    `Proposta Comercial nº 72\nData: 15/09/2026\nAo Condomínio Edifício Aurora\nA/C Sra. Lúcia Prado\nPrezada Sra. Lúcia,\nPintura da fachada ¦@500r R$ 9.800,00\nTotal ¦@500r R$ 9.800,00\nValidade: até 15/10/2026\nPinturas Horizonte Ltda.\nCNPJ 12.345.678/0001-90`,
    expected('Condomínio Edifício Aurora', '72', 980000, 'BRL', '2026-09-15', '2026-10-15'),
  ),
];
