import type { Phrases } from '../phrases.ts';

const OTHER =
  '((vendor|perusahaan|supplier|pemasok|pihak|penyedia|kontraktor|penawaran|opsi|toko|tempat|orang|solusi|rekanan) (lain|lainnya|lokal|langganan|lama)|yang lain|lain|kompetitor|pesaing|(vendor|supplier|pemasok) (saat ini|kami yang lama|sekarang)|lebih murah|(secara )?internal|sendiri)';

/** Indonesian; Malay mail is largely understood. */
export const indonesian: Phrases = {
  language: 'id',
  marks:
    'dan|yang|kami|saya|tidak|untuk|dengan|ini|di|terima kasih|penawaran|anda|bapak|ibu|akan|sudah|bisa|salam|tapi|kita|belum|juga|itu|ke|dari|mohon|silakan|pak|bu|ya',
  accept: `
(memutuskan|putuskan|sepakat|akan|ingin)( untuk)? (menggunakan|memakai|pakai) (jasa|layanan|penawaran) (anda|bapak|ibu|kalian)
(kami |saya )?(setuju|sepakat|menyetujui|menerima|terima(?! kasih)|konfirmasi|mengkonfirmasi|mengonfirmasi|pesan|memesan|ambil|acc|deal)( dengan| atas| untuk| penawaran| tersebut| ini| harga| harganya| pesanan| order| anda| pekerjaan| proposal| semua| nya)*(?=\\s*([.!,;]|$|\\p{L}))(?! (kalau|jika|asal|hanya|tapi))
(penawaran|pesanan|order|proposal|kontrak|harga|po)( ini| anda| tersebut| sudah| telah| kami| dari)* (disetujui|diterima|dikonfirmasi|ditandatangani|di-acc|acc|oke)|(silakan|silahkan|mohon|tolong|boleh|bisa)( langsung| segera| anda| di)* ?(lanjut|lanjutkan|dilanjutkan|proses|diproses|mulai|dimulai|kerjakan|dikerjakan|kirim(kan)? (invoice|faktur|kontrak|tagihan)|buatkan (invoice|faktur|kontrak)|kirim barang|dijadwalkan|jadwalkan|eksekusi|jalan|dijalankan)|(ayo|mari|yuk)( kita)? (lanjut|lanjutkan|mulai|jalan|kerjakan|lakukan)~|lanjut(kan)?( saja| aja| ya)+|(?<=^|[.!,;\\n] ?)lanjut(kan)?(?=\\s*([.!,]|$))|(kami|saya)( memutuskan| ingin| mau| akan| sudah memutuskan| telah| ingin)*( untuk)? ?(melanjutkan|memilih (anda|perusahaan anda|penawaran anda)|memesan|membeli|menggunakan jasa anda|bekerja sama dengan anda|menandatangani|pesan sekarang|lanjut dengan (anda|penawaran))|(anda|kalian) (mendapatkan|dapat|memenangkan) (proyek|pekerjaan|kontrak|order|tender)~|lampu hijau
(terlampir|berikut|kami lampirkan|saya lampirkan|bersama ini|kami kirimkan|saya kirim)( adalah| kami| ini| lampirkan| kirimkan| terlampir)* ?(po|purchase order|surat pesanan|penawaran yang (sudah|telah) ditandatangani|kontrak yang|kontrak|po yang|surat perintah)( yang)?( sudah| telah)?( ditandatangani)?|(sudah|telah) (kami )?(ditandatangani|tandatangani|tanda tangan|transfer dp|bayar dp|transfer uang muka)|dp (sudah|telah) (ditransfer|dibayar|kami transfer)|(ya|oke|ok|baik),? (silakan|silahkan|setuju|lanjut|kami setuju|saya setuju|deal|boleh,? (lanjut|proses)|proses|jalankan)~
`,
  pleased:
    '(kedengarannya|terdengar|terlihat|sepertinya|kelihatannya)( sangat)? (bagus|baik|oke|cocok|menarik)|(cocok|sesuai) (untuk|dengan|bagi) (kami|saya|kebutuhan)|(harganya|semuanya|penawarannya) (oke|cocok|bagus|sesuai)|tidak sabar|kami senang',
  decline: `
(kami |saya )?tidak (setuju|disetujui|menyetujui|menerima)( penawaran( ini| anda)?)?(?=\\s*([.!]|$))
(menyetujui|memilih|menerima|mengambil) (penawaran|tawaran) (lain|dari (perusahaan|vendor|pihak) lain)
berubah pikiran|tidak mampu (membayar|bayar)
(tidak|tdk|nggak|gak|enggak|ga|kurang|belum|tidak lagi|sudah tidak)( lagi| jadi| ada| memiliki| punya| terlalu)* (tertarik|berminat|minat|butuh|membutuhkan|perlu|memerlukan|jadi|anggaran|budget|dana|cocok)( lagi)?|tidak,? (terima kasih|makasih|terimakasih)|(terima kasih|makasih),? (tapi )?tidak|(kami |saya )?batal(?![\\p{L}])
(tidak|belum|memutuskan (untuk )?tidak|tidak jadi)( dapat| bisa| akan| mampu| ingin| jadi| mau)* ?(melanjutkan|lanjut|menerima|memesan|membeli|menyetujui|mengambil|bekerja sama|menggunakan|beli|ambil|meneruskan|pesan|setuju dengan (harga|penawaran)|pakai)( penawaran| proyek| pesanan| lagi)*
(memilih|pilih|menggunakan|pakai|memutuskan|sudah|telah|bekerja sama|menunjuk|membeli|beli|dapat|mendapat|mendapatkan|menemukan|tetap|pesan|memakai|diberikan|deal|sepakat|jatuh)( untuk| dengan| kepada| ke| dari| di| memilih| menggunakan| menunjuk| membeli| bekerja sama| dapat| mendapatkan| pesan| penawaran| jasa| mengerjakan| memakai| ada| pakai| pindah| vendor| beli| yang| pada| kami| menemukan| tetap| kerjakan| dikerjakan)* ${OTHER}
(menolak|tolak|membatalkan|batalkan|dibatalkan|kami batalkan|mundur|menarik (kembali )?(permintaan|penawaran))( penawaran| tawaran| pesanan| permintaan| proyek| ini| anda| tersebut| order)*|(proyek|pesanan|acara|pekerjaan|rencana|proyeknya|pengadaan|tender)( ini| kami| tersebut| sudah| telah)* (dibatalkan|batal|dihentikan|ditiadakan|tidak jadi|gagal|ditutup)
(terlalu|kemahalan|terlampau) ?(mahal|tinggi)? ?(untuk|bagi|buat) (kami|saya|anggaran|budget)|(di luar|melebihi|melampaui|over) (anggaran|budget|kemampuan)( kami| saya)|(kami|akan|saya) (kerjakan|lakukan|buat|mengerjakan|mengerjakannya|melakukannya|tangani)( ini| akan)? (sendiri|secara internal)|(kali ini|untuk kali ini|kali ini kami) (tidak|belum|lewat|skip)|(penawaran anda|anda) (tidak|belum) (terpilih|dipilih|lolos)|(kami |saya )(lewat|skip|pass) dulu|sudah (dapat|punya|beli|ada|selesai|teratasi)(?=\\s*([.!,;]|$|dari|di|solusi))
`,
  against:
    '(terlalu|agak|cukup|sangat|kemahalan|masih) ?(mahal|tinggi|telat)|kemahalan|(melebihi|di luar) (anggaran|budget)|(penawaran|harga) (yang )?lebih (baik|murah|bagus|rendah)|semoga (sukses|berhasil)|(lain kali|kesempatan lain|lain waktu)|kurang (kompetitif|bersaing)',
  regret: 'maaf|mohon maaf|sayang~|sayangnya|menyesal|dengan berat hati|terima kasih (atas|untuk|sudah|telah)',
  doubt: `
untuk (ditinjau|diperiksa|dicek|dipelajari|direview)
pikir~|tanyakan|tanya dulu|diskusi~|pertimbang~|hubungi saya lagi
batal~|dibatalkan|tolak~|menolak|lupakan|yang lain
kalau|jika|apabila|bila|asal~|dengan syarat|syaratnya|kecuali|hanya|cuma|sebagian|setengah|separuh|dulu|terlebih dahulu|sebelum|setelah (kami|saya|anda|bos|ada|dapat|harga)|sampai|menunggu|tunggu|nunggu|begitu (harga|kami|anda)
(perlu|harus|mau|ingin|akan|bisa|boleh|mungkin)( saya| kami| dulu| di| coba| masih)* ?(diskusi|bicara|tanya|cek|pikir|pertimbang|banding|konsultasi|rapat|lihat|tahu|nego|putus|minta (persetujuan|izin)|konfirmasi (dulu|ke)|memahami|koordinasi|review)~
belum|tidak (yakin|semua|sepenuhnya|tahu)|kurang (yakin|jelas)|masih (ragu|pikir|mempertimbang|menimbang|banding|diskusi|menunggu|review|dalam)~|mungkin|barangkali|kemungkinan|sepertinya|pada prinsipnya|prinsipnya|semoga|berharap|diskon|potongan|lebih murah|harga (terbaik|lebih)|turun~|kurangi|dikurangi|nego~|revisi|direvisi|ubah|diubah|perubahan|ganti|perbaiki|koreksi|penawaran (baru|lain)|update penawaran|tanpa|daripada|hilangkan|lebih sedikit|dengan harga \\d|di harga \\d|\\d+ ?(%|persen)|\\d[\\d.,]* ?(juta|ribu|rb|jt)|rp\\.? ?\\d
(kabari|kabarkan|infokan|hubungi|beritahu|dikabari|kabar)~ (lagi|nanti|kembali|anda|segera)|nanti|pertanyaan|(mau|ingin) (tanya|nanya)|apakah|berapa|kenapa|mengapa|bagaimana|yang mana|tahun depan|kuartal depan|tunda|ditunda|menunda|pending|(bos|atasan|direktur|direksi|manajer|istri|suami|manajemen)( saya| kami)? (harus|masih|belum|mau|ingin|bilang|minta|perlu)|(anda|bapak|ibu) (bilang|katakan|tulis|mengatakan)|sementara|lisan|tentatif
`,
  doubtNo:
    'silakan|silahkan|kalau|jika|kecuali|bisa (turun|kurang|diskon)|diskon|mungkin(?! lain)|belum (ada keputusan|memutuskan|diputuskan)|(hubungi|tanya|kabari|telepon|tawarkan)~…(lagi|nanti|bulan|tahun|setelah|kembali)|tahun depan|kuartal depan|bulan depan|nanti|tunda|ditunda|menunda|saat ini|sekarang|untuk sementara|dengan harga (itu|ini|segitu)|sebelum|sampai',
  turn: 'tapi|tetapi|namun|cuma|hanya saja|meskipun|walaupun|kecuali|akan tetapi',
  us: 'anda|kalian|daripada|bukan|ketimbang',
  others: `${OTHER}|lainnya|mereka|kompetitor|sendiri`,
  not: 'tidak|tdk|tak|bukan|belum|jangan|nggak|gak|enggak|ga|tanpa|menolak',
  notNo: 'jangan|bukan berarti|bukannya',
  yes: 'ya|iya|baik|oke|tentu|tentu saja|boleh|siap|benar|pasti|setuju',
  no: 'tidak|tidak usah|nggak|gak|enggak|tidak perlu',
  polite:
    'halo|hai|selamat (pagi|siang|sore|malam)|yth|kepada|bapak|ibu|pak|bu|terima kasih|makasih|banyak|sebelumnya|mohon|tolong|salam|hormat|hormat kami|bagus|mantap|sip|dan|atas|penawarannya|mas|mbak|kak|tks',
  harmless: `
(ya,? |iya,? )?(sudah|telah)( saya| kami)? (terima|diterima|dapat|masuk)( emailnya| penawarannya| kok| dengan baik)*(?=\\s*([.!,;]|$))
(mohon|tolong|harap|silakan|bisa) (di)?konfirmasi(kan)?( jika| bila| apakah| kalau)?( sudah| telah)? (penerimaan\\p{L}*|diterima|terima|menerima|harga\\p{L}*|ketersediaan|jadwal)
(tapi|tetapi|namun) terima kasih
(beri ?tahu|kabari|hubungi|infokan|informasikan|sampaikan)…(jika|kalau|bila|apabila)[^.!?\\n]*
(jika|kalau|bila|apabila) (ada|anda|perlu|butuh|masih|diperlukan)…(pertanyaan|yang|lagi|informasi|apa|dibutuhkan|dokumen|tambahan)[^.!?\\n]*
(secepat~( mungkin)?|sesegera mungkin|segera|kalau bisa|jika memungkinkan|kapan pun|bila memungkinkan)
(mohon )?maaf (atas|karena|baru|untuk)[^.!?,;]{0,24}(terlambat|lama|lambat|telat|keterlambatan|balas)~?[^.!?,;]{0,20}(,? tapi)?
(tidak|tanpa|nggak) (ada )?(masalah|pertanyaan|keberatan|perubahan|kendala|revisi)( lagi| lain)?
setelah (mempertimbangkan|dipertimbangkan|pertimbangan|diskusi|berdiskusi|evaluasi|melalui)[^.!?;,]{0,30}|(seperti|sesuai) (kesepakatan|yang disepakati|dibicarakan|pembicaraan|penawaran|diskusi)|terima kasih (atas|untuk) (diskon|revisi|penjelasan|kesabaran|potongan|penawaran baru|perubahan)~?[^.!?;,]{0,20}
(mungkin |semoga |barangkali )?(di |pada |untuk )?(lain (kali|waktu|kesempatan)|kesempatan (lain|berikutnya)|proyek (berikutnya|selanjutnya|mendatang)|masa (depan|mendatang))|tidak hanya
`,
  practical:
    '(kapan|mulai kapan|di mana|dimana|ke siapa|kepada siapa|tanggal berapa|hari apa|langkah selanjutnya|apa langkah)…|(bisa|bisakah|mohon|tolong|boleh|dapatkah|apakah (bisa|anda bisa))…(kirim|mulai|datang|antar|konfirmasi|terbitkan|jadwalkan|hubungi|informasikan)~',
  money: 'harga~|diskon|biaya|murah|termasuk|garansi|baru|revisi|ubah|tanpa|lain|potongan|nego|kurang|%',
  away: '(sedang|saya|kami|akan)( [^ !?\\n]{1,14}){0,5}? ?(cuti|tidak (berada )?di kantor|di luar kantor|dinas luar|libur|perjalanan dinas|cuti melahirkan|tidak masuk)|(balasan|jawaban|pesan) otomatis|(kembali|masuk)( lagi)?( ke)? (kantor|bekerja|pada|tanggal)|kantor (kami )?(tutup|libur)',
  left: '(sudah |telah )?(tidak lagi|sudah tidak|tidak) (bekerja|bergabung)( lagi)?|(sudah|telah) (resign|keluar|mengundurkan diri|pensiun|pindah)( dari)?|hari terakhir saya|(alamat|email|akun)( ini| email ini)? (sudah )?tidak (lagi )?(aktif|digunakan|dipakai|dipantau)( lagi)?',
  stop: '(hapus|keluarkan)( alamat| nama| data)*( e-?mail| surel| nomor| kontak) (saya|kami)|(berhenti|stop|hentikan|jangan|tolong jangan|mohon jangan|mohon berhenti)( untuk| lagi| pernah)* ?(mengirim|kirim|menghubungi|hubungi|mengemail|email|ganggu|mengganggu|menelepon|telepon|spam|mengontak|kontak|wa)~( saya| kami| email| pesan| lagi| ini)*|(hapus|keluarkan|hilangkan)( saya| kami| nama| email| alamat| data| kontak)*…(daftar|database|list|data|sistem|mailing)~|berhenti (berlangganan|langganan)|tidak (mau|ingin)( menerima| dihubungi| dapat)+( email| pesan| lagi)*|unsubscribe|(?<=^|[.!\\n] ?)stop(?=\\s*([.!]+|$))',
  notStop:
    '(sebelum (senin|selasa|rabu|kamis|jumat)|lewat telepon|via telepon|di rumah|hari ini|minggu ini|malam|yang lama|versi lama)',
};
