import type { Phrases } from '../phrases.ts';

const OTHER =
  '((nhà cung cấp|công ty|đơn vị|bên|đối tác|phương án|báo giá|người|nơi|chỗ|nhà thầu|giải pháp|lựa chọn) khác|khác|đối thủ|nhà cung cấp (hiện tại|cũ|quen)|rẻ hơn|nội bộ|tự (làm|thực hiện))';

export const vietnamese: Phrases = {
  language: 'vi',
  marks:
    'và|của|là|không|chúng tôi|tôi|bên|anh|chị|cảm ơn|báo giá|cho|với|được|đã|rất|này|trân trọng|nhưng|em|ạ|vâng|xin|sẽ|nhé|mình',
  accept: `
(ok|oke|được|vâng|dạ),? (bạn |anh |chị |bên bạn )?(cứ )?(tiến hành|làm|triển khai)( giúp| cho| theo báo giá| luôn| đi)*( mình| tôi| em| chúng tôi| bên mình)?( nhé| nha| ạ)?(?=\\s*([.!,;]|$))
(cứ )?(làm|tiến hành|triển khai|thực hiện) theo (báo giá|đề xuất|hợp đồng)( nhé| ạ| này)*(?=\\s*([.!,;]|$))
(gửi|soạn|làm)( giúp)? hợp đồng( cho| để)*( tôi| mình| em| chúng tôi| bên mình)? ký( nhé| ạ)?(?=\\s*([.!,;]|$))
(đồng ý|chấp nhận|chấp thuận|phê duyệt|xác nhận|duyệt|chốt|đặt)( với| hàng| báo giá| đơn hàng| đơn| này| giá| mua| phương án| đề xuất| của| bên| anh| chị| rồi| luôn| hợp đồng| nhé| ạ)*
(báo giá|đơn hàng|hợp đồng|đề xuất|giá)( này| đã| được)* (duyệt|phê duyệt|chấp nhận|ký|xác nhận|chấp thuận)|(hãy|vui lòng|xin|mời|cứ|anh|chị|bên bạn|có thể|nhờ)( cứ| có thể| vui lòng| tiến hành| bắt đầu| giúp| bên| bạn)* (tiến hành|triển khai|bắt đầu|thực hiện|xuất hóa đơn|gửi hóa đơn|gửi hợp đồng|làm hợp đồng|giao hàng|làm luôn|lên đơn|xuất hoá đơn|gửi hoá đơn)|(tiến hành|triển khai|làm|bắt đầu)( luôn| đi| ngay| thôi| nhé)+|(chúng tôi|tôi|bên em|bên tôi|mình|bên mình)( quyết định| muốn| sẽ| đã| xin)* (chọn|lựa chọn|mua|đặt hàng|ký|hợp tác với|sử dụng|lấy)( bên| anh| chị| báo giá| dịch vụ| của| bạn| hợp đồng| quý công ty| phương án| này| hàng)+|ok (chốt|làm|triển khai|đặt)~|quyết định chọn (bên|bạn|anh|chị|quý)
(đính kèm|gửi kèm|kèm theo|gửi)( là| bên| anh| chị| lại| hợp đồng| báo giá| đơn đặt hàng| bản)*( đã ký| đơn đặt hàng| po)|(hợp đồng|báo giá|bản) đã ký|(đã|vừa) (đặt cọc|chuyển cọc|chuyển khoản (tiền )?cọc|thanh toán cọc)|vâng,? (đồng ý|tiến hành|chốt|làm|anh cứ|chị cứ|triển khai|được,? (làm|tiến))
`,
  pleased:
    '(nghe|trông|có vẻ|thấy)( rất)? (ổn|tốt|hợp lý|được)|(giá|mọi thứ|báo giá)( này)? (ổn|hợp lý|tốt|phù hợp)|phù hợp với (chúng tôi|bên)|(rất )?hài lòng|mong (chờ|được hợp tác)',
  decline: `
(đã )?(duyệt|chọn|chấp nhận|ký) (báo giá|đề xuất|phương án) khác
không (được )?(đồng ý|duyệt|phê duyệt)(?=\\s*([.!]|$))
(đã )?làm với (công ty|bên|đơn vị|nhà cung cấp|người) khác( rồi)?
(đổi ý|thay đổi (ý định|kế hoạch))(?! (màu|ngày|kích))
(đắt|mắc|cao)( quá| lắm)+[,.]? ?(thôi|không|nên)( vậy| làm| lấy| mua| nhé| ạ)*(?=\\s*([.!,;]|$))
không( còn| có| phải| thực sự)* (quan tâm|có nhu cầu|nhu cầu|cần( nữa)?|phù hợp|hứng thú|đủ (ngân sách|kinh phí|tiền)|ngân sách|kinh phí)|không,? (cảm ơn|cám ơn)|(cảm ơn|cám ơn)( anh| chị| bạn)?( nhiều)?,? (nhưng )?không(?=\\s*([.!,]|$|cần|có))|(chưa|không) có nhu cầu
(không|không thể|quyết định không|sẽ không|chưa thể)( tiếp tục| thể| tiến hành| đồng ý| sẽ)* (tiến hành|tiếp tục|đặt hàng|mua|hợp tác|chấp nhận|sử dụng|ký|triển khai|thực hiện|làm nữa|lấy)( nữa)?|không đồng ý( với)?( báo giá| mức giá)?(?=\\s*([.!]|$))
(đã|sẽ|quyết định|vừa|bên|chúng tôi|vẫn|xin)( chọn| lựa chọn| ký| mua| đặt| làm việc| hợp tác| sử dụng| dùng| tìm| chuyển sang| giao| thuê| được| đi| với| của| cho| hợp đồng| tiếp tục| hàng| dịch vụ| một| ở| mua ở| bên| phía| nhà thầu)+ ${OTHER}
(xin|đành|phải|buộc phải|rất tiếc phải)( phép| được)? (từ chối|hủy|huỷ)|từ chối( báo giá| lời| đề nghị)*|(dự án|đơn hàng|kế hoạch|công trình|sự kiện|yêu cầu)( này)?( đã| bị| được| tạm)* (hủy|huỷ|dừng|bỏ|đình chỉ|ngừng)|(hủy|huỷ) (đơn|báo giá|yêu cầu|dự án)( hàng)?
(giá |quá |hơi |thật sự |rất )*(cao|đắt|mắc) (quá )?(so )?(với|đối với) (chúng tôi|bên|ngân sách|tôi)|(vượt|ngoài|quá) (ngân sách|khả năng|kinh phí)( của)?( chúng tôi| bên)*|(xin )?(hẹn|để) (dịp|lần) (khác|sau)|(đã|tự) (có|làm|giải quyết|tìm được|mua) (rồi|được rồi|xong)|không phải lần này
`,
  against:
    '(giá )?(quá|hơi|khá|rất) (cao|đắt|mắc|muộn)|(cao|đắt|mắc) quá|vượt ngân sách|(giá|báo giá) (tốt|rẻ) hơn|chúc (may mắn|bên)|(lần|dịp) sau',
  regret:
    'rất tiếc|tiếc là|tiếc|xin lỗi|đáng tiếc|cảm ơn (dù sao|vì|về|đã|báo giá|thời gian|anh đã|chị đã)|rất lấy làm tiếc',
  doubt: `
để (xem|kiểm tra|tham khảo|đọc|đối chiếu)|xem trước
hỏi (lại|ý)|xem xét|suy nghĩ|cân nhắc|báo (anh|chị|em|lại)|liên hệ lại
thôi|hủy|từ chối|bỏ (qua|đi)|không làm|bên khác|công ty khác|các bên
nếu|với điều kiện|miễn là|trừ khi|trừ|ngoại trừ|chỉ|một phần|một nửa|nửa|trước (khi|tiên|đã|hết)|sau khi|khi nào|khi (có|được|bên|anh|chị|sếp)|chờ|đợi|đang (xem|cân nhắc|suy nghĩ|so sánh|chờ|xét)
(cần|phải|muốn|để|sẽ|xin|nên)( tôi| em| chúng tôi| bên| được| thêm| phải| mình)* (trao đổi|xem (xét|lại)|hỏi|bàn|suy nghĩ|cân nhắc|kiểm tra|so sánh|xin ý kiến|biết|thương lượng|hiểu|duyệt|thảo luận|trình)
chưa|không (chắc|rõ|hẳn|hoàn toàn)|có thể (giảm|bớt|sẽ)|có lẽ|chắc là|có khả năng|về cơ bản|cơ bản|hy vọng|giảm giá|giảm|chiết khấu|rẻ hơn|bớt|khuyến mãi|giá tốt hơn|thương lượng|thương thảo|thay đổi|sửa|điều chỉnh|chỉnh sửa|cập nhật|báo giá (mới|khác)|bỏ (bớt|mục|phần)|không (bao gồm|gồm)|thay vì|ít hơn|với giá \\d|\\d+ ?%|\\d[\\d.,]* ?(triệu|đồng|vnd|usd|đ)
(báo|trả lời|phản hồi|liên hệ|thông báo) (lại|sau)|câu hỏi|thắc mắc|(hỏi|thêm) (thông tin|chi tiết)|bao nhiêu|tại sao|như thế nào|thế nào|sau này|để sau|năm sau|quý sau|hoãn|tạm (dừng|hoãn|ngưng)|(sếp|giám đốc|ban|vợ|chồng|quản lý) (tôi |em |phải |chưa |cần |muốn |lãnh đạo |giám đốc )+|(anh|chị|bạn|bên bạn) (nói|viết|bảo|ghi)|tạm thời|dự kiến
`,
  doubtNo:
    'tiến hành nhé|nếu|trừ khi|có thể giảm|giảm giá|chiết khấu|có lẽ|chưa (quyết|có quyết)|(liên hệ|hỏi|gọi|nhắn|quay)( lại)?…(sau|vào|tháng|năm|quý)|năm sau|quý sau|hoãn|tạm (dừng|hoãn|ngưng|thời)|hiện tại|hiện giờ|lúc này|bây giờ|với giá này|trước khi|cho đến|vào lúc',
  turn: 'nhưng|tuy nhiên|mặc dù|dù|song|tuy|ngoại trừ',
  us: 'bạn|anh|chị|quý|thay vì|hơn là',
  others: `${OTHER}|đối thủ|tự`,
  not: 'không|chưa|chẳng|đừng|chả|không thể|không hề|từ chối|khỏi',
  notNo: 'đừng|chẳng|không phải là',
  notAfter: '(?<![\\p{L}])(không(?! ạ)|chưa)(?![\\p{L}])',
  yes: 'vâng|dạ|có|được|ừ|đúng vậy|tất nhiên|dĩ nhiên|nhất trí|chắc chắn rồi',
  no: 'không|không ạ|dạ không|thôi',
  polite:
    'chào|xin chào|kính gửi|thân gửi|anh|chị|em|bạn|cảm ơn|cám ơn|nhiều|rất|trân trọng|thân mến|ạ|nhé|tốt|tuyệt vời|quá|và|về|báo giá|ok|vui lòng|bên',
  harmless: `
(vui lòng|xin|nhờ)( anh| chị| bạn)* xác nhận (giá|thời gian|lịch|ngày)( giao)?
(vui lòng |xin |nhờ |anh |chị )*xác nhận( giúp| giùm| rằng| là)*( anh| chị| bạn)*( đã)?( được)? nhận( được)?[^.!?\\n]{0,30}
(vui lòng|xin|nhờ)( anh| chị| bạn)* (xác nhận|kiểm tra|gửi) (lại|giúp|giùm)[^.!?\\n]*
(cho (tôi|chúng tôi|em|bên)|vui lòng|xin|hãy)( \\p{L}+){0,3} (biết|liên hệ|báo)( \\p{L}+){0,3} nếu[^.!?\\n]*
nếu (có|cần|bạn|anh|chị|còn|quý)…(thắc mắc|câu hỏi|gì|thêm|thông tin|vấn đề)[^.!?\\n]*
(càng sớm càng tốt|sớm nhất có thể|khi nào (tiện|thuận tiện)|nếu có thể|nếu được)
xin lỗi (vì|về|đã|anh|chị)?[^.!?,;]{0,20}(muộn|trễ|chậm|lâu)[^.!?,;]{0,20}(,? nhưng)?
không (có )?(vấn đề|câu hỏi|thắc mắc|ý kiến|sao|thay đổi)( gì)?( thêm)?( nào)?
sau khi (cân nhắc|xem xét|suy nghĩ|thảo luận)( kỹ| cẩn thận| lưỡng| nội bộ| rất)*|như (đã )?(thỏa thuận|thoả thuận|trao đổi|thống nhất|báo giá)|(cảm ơn|cám ơn)( \\p{L}+){0,3} (đã giảm|đã chỉnh|giải thích|kiên nhẫn|báo giá mới)[^.!?;,]{0,20}
(có lẽ |hy vọng |hẹn |mong )?(sẽ )?(được )?(hợp tác |gặp lại )?(vào |trong |ở )?(dịp (khác|sau)|lần (sau|tới|khác)|tương lai|các dự án (sau|tới))|không chỉ
`,
  practical:
    '(khi nào|bao giờ|lúc nào|ở đâu|cho ai|ngày nào|bước tiếp theo)…|(có thể|vui lòng)…(gửi|bắt đầu|giao|đến|xác nhận|xuất|gọi|cho biết|lên lịch)',
  money: 'giá|giảm|chiết khấu|chi phí|rẻ|bao gồm|bảo hành|mới|thay đổi|khác|bớt|%',
  away: '(đang|hiện|sẽ|tôi)( [^ !?\\n]{1,12}){0,5}? ?(nghỉ phép|nghỉ lễ|vắng mặt|đi công tác|không có mặt|nghỉ thai sản|nghỉ mát|ngoài văn phòng)|(trả lời|phản hồi|thư) tự động|(sẽ )?(trở lại|quay lại)( làm việc| văn phòng)?( vào)?( ngày| thứ| \\d)+|văn phòng (đóng cửa|nghỉ)',
  left: '(không còn(?!( có)? (nhu cầu|cần|ngân sách|kinh phí|hứng thú|quan tâm))|đã nghỉ|đã thôi|đã chuyển)( làm( việc)?| công tác| việc)?( tại| ở| cho)?…(công ty|đây|nữa|việc)|nghỉ hưu|ngày làm việc cuối|(email|hộp thư|địa chỉ)( này| email này)? (không còn|không) (được )?(sử dụng|hoạt động|theo dõi|dùng)( nữa)?',
  stop: '(hủy|huỷ) (đăng ký|theo dõi)|(xóa|xoá|gỡ|loại|bỏ)( tôi| chúng tôi| email| địa chỉ| thông tin| tên| của| em)*…(danh sách|dữ liệu|hệ thống|email)|(đừng|vui lòng không|xin đừng|làm ơn đừng|ngừng|dừng|ngưng|thôi)( có| vui lòng| việc| nên)* (gửi|liên hệ|liên lạc|email|gọi|nhắn|làm phiền|spam)( email| thư| tin| cho| tôi| chúng tôi| nữa| lại| làm phiền)*|không (muốn|cần) (nhận|bị|được)( thêm)? ?(email|thư|liên hệ|tin|làm phiền)( \\p{L}+){0,3}',
  notStop: '(trước (thứ|ngày)|qua điện thoại|buổi (sáng|tối|trưa)|hôm nay|tuần này|nhầm|bản cũ)',
};
