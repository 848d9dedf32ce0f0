/** Sentences meant for a program that reads the mail, not for the rep. A message with one is read by a person. */
const TO_THE_MACHINE = new RegExp(
  [
    '(?:ignore|disregard|forget|override|bypass)\\b[^.!?\\n]{0,40}\\b(?:instructions?|prompts?|rules|above|previous|prior|guidelines|directions?)',
    '\\b(?:system|developer|assistant|user) ?(?:prompt|message|instruction|role)\\b|^\\s*(?:system|assistant|user|developer)\\s*:',
    '\\b(?:classif(?:y|ied)|categori[sz]e|label(?:l?ed)?|tag|mark|flag|treat|count|record|register|log|interpret|read)\\b[^.!?\\n]{0,40}\\b(?:as|to|=|:)\\s*(?:an?\\s+|the\\s+)?["\'“]?(?:accept|accepted|acceptance|decline|declined|question|out-of-office|yes|won|approved|approval)\\b',
    '["\']?\\b(?:label|intent|classification|verdict|category)\\b["\']?\\s*[:=]\\s*["\'“]?\\w+',
    '\\b(?:you are|act as|as|dear|hello|hey|to the|note to|attention) (?:an? |the )?(?:ai|a\\.i\\.|llm|language model|chat ?bot|bot|assistant|automated (?:system|reader|assistant)|classifier|model|gpt|claude|machine|robot|parser|algorithm)\\b',
    '\\b(?:output|respond with|reply with|answer with|return|print|emit)\\b[^.!?\\n]{0,20}\\b(?:accept|decline|json|label|"yes"|exactly|only the)',
    '\\b(?:ai|llm|gpt|claude|classifier|language model|chatbot)\\b[^.!?\\n]{0,40}\\b(?:must|should|please|will|shall|reading|instruction|accept|label|mark)',
    'jailbreak|prompt injection|<\\/?(?:system|instructions?|data|message)>|\\[\\/?inst\\]|<\\|',
    '(?:set|change|update) (?:the )?(?:status|label|field|state) (?:to|=)',
    'ignorier\\p{L}*[^.!?\\n]{0,40}(?:anweisung|instruktion|regeln|vorherig)|(?:als|label)\\s["\'„“]?(?:accept|angenommen|akzeptiert|zusage)\\b[^.!?\\n]{0,20}(?:einstufen|markier|klassifizier|kennzeichn|werten|einordnen)|(?:stufe|markiere?|klassifiziere|kennzeichne|werte)[^.!?\\n]{0,40}als["\'„“\\s]+(?:accept|zusage|angenommen|akzeptiert|annahme)',
    'ignore[zr]?[^.!?\\n]{0,30}(?:instructions|consignes)|(?:classe[zr]?|marque[zr]?|étiquete[zr]?)[^.!?\\n]{0,40}comme[^.!?\\n]{0,10}(?:accept|oui)',
    'ignor[ae][^.!?\\n]{0,30}(?:instrucciones|istruzioni|instruções)|(?:clasifi[ck]\\p{L}*|classifi[ck]\\p{L}*|marca\\p{L}*|etiquet\\p{L}*|segna\\p{L}*)[^.!?\\n]{0,40}(?:como|come)[^.!?\\n]{0,10}(?:accept|acept|aceit|accett|sí|sì|sim)',
    'negeer[^.!?\\n]{0,30}(?:instructies|opdrachten)|(?:markeer|classificeer|label)[^.!?\\n]{0,30}als[^.!?\\n]{0,6}(?:accept|akkoord|geaccepteerd)',
    'ignorera[^.!?\\n]{0,30}(?:instruktion|anvisning)|ignorer[^.!?\\n]{0,30}(?:instruk|anvisning)|zignoruj[^.!?\\n]{0,30}(?:instrukcj|polece)|(?:oznacz|zaklasyfikuj)[^.!?\\n]{0,30}jako',
    '(?:игнорируй|проигнорируй|не обращай)\\p{L}*[^.!?\\n]{0,30}инструкци|(?:пометь|отметь|классифицируй)\\p{L}*[^.!?\\n]{0,30}(?:как|accept)',
    '忽略.{0,12}(?:指令|指示|说明|說明|提示)|(?:标记|標記|分类|分類|归类)(?:为|為|成).{0,4}(?:accept|接受|同意)|(?:指示|命令|プロンプト)を?(?:無視|忘れ)|(?:accept|承諾|受諾)(?:と|に)(?:分類|ラベル|判定)|(?:지시|명령|프롬프트).{0,6}무시|(?:accept|수락|승인)(?:으로|로) (?:분류|표시)',
    'bỏ qua[^.!?\\n]{0,30}(?:hướng dẫn|chỉ dẫn|lệnh)|(?:phân loại|đánh dấu|gắn nhãn)[^.!?\\n]{0,40}(?:là|thành)|abaikan[^.!?\\n]{0,30}(?:instruksi|perintah)|(?:klasifikasikan|tandai|labeli)[^.!?\\n]{0,40}sebagai|(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ).{0,20}คำสั่ง|(?:จัด|ติดป้าย|ทำเครื่องหมาย).{0,20}(?:accept|ยอมรับ)',
  ].join('|'),
  'imu',
);

/** True when the text gives orders to whatever program reads it. */
export const speaksToTheMachine = (text: string): boolean => TO_THE_MACHINE.test(text);
