import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Sentences of one article: target and source, the first is its title. */
type Sentences = readonly (readonly [target: string, source: string])[];

const SIGN_IN = [
  'When mail refuses your password',
  'The server answers with an error when the password is wrong.',
  'Open the settings and choose the size of the mailbox.',
  'Ask the school for a new account.',
  'Restart the quarantined scanner.',
] as const;
const DECOY = ['Colours of the window', 'The window may be green or grey.'] as const;

const TARGETS: Readonly<Record<string, { readonly signIn: readonly string[]; readonly decoy: readonly string[] }>> = {
  'vi-vn': {
    signIn: ['Khi hộp thư từ chối mật khẩu của bạn', 'Máy chủ báo lỗi khi bạn đăng nhập bằng mật khẩu sai.', 'Mở cài đặt rồi chọn kích thước hộp thư.', 'Hãy xin nhà trường một tài khoản mới.', 'Khởi động lại máy quét.'],
    decoy: ['Màu của cửa sổ', 'Dạng cửa sổ có thể màu xanh hoặc xám, cỡ dáng tùy ý.'],
  },
  'ar-sa': {
    signIn: ['عندما يرفض البريد كلمة مرورك', 'يجيب الخادم بخطأ عندما تكون كلمة المرور غير صحيحة.', 'افتح الإعدادات واختر حجم صندوق البريد.', 'اطلب من المَدْرَسَة حسابًا جديدًا.', 'أعد تشغيل الماسحة الأولى.'],
    decoy: ['ألوان النافذة', 'قد تكون النافذة خضراء أو رمادية.'],
  },
  'ja-jp': {
    signIn: ['メールがパスワードを拒否したとき', 'パスワードが正しくない場合、サーバーはエラーを返します。', '設定を開いて、受信トレイの容量を選びます。', '学校に新しいアカウントを依頼します。', 'スキャナーを再起動します。'],
    decoy: ['ウィンドウの色', 'ウィンドウは緑色にも灰色にもできます。'],
  },
  'de-de': {
    signIn: ['Wenn die E-Mail Ihr Kennwort ablehnt', 'Der Server meldet einen Fehler, wenn das Kennwort falsch ist.', 'Öffnen Sie die Postfachgrößenverwaltung und wählen Sie eine Größe; die Verwaltung fragt nach.', 'Bitten Sie die Hochschule in der Gartenstraße um ein Benutzerkonto; ein Konto ist übertragbar.', 'Starten Sie den Scanner neu.'],
    decoy: ['Farben des Fensters', 'Das Fenster kann grün oder grau sein.'],
  },
  'th-th': {
    signIn: ['เมื่ออีเมลปฏิเสธรหัสผ่านของคุณ', 'เซิร์ฟเวอร์แจ้งข้อผิดพลาดเมื่อรหัสผ่านไม่ถูกต้อง', 'เปิดการตั้งค่าแล้วเลือกขนาดกล่องจดหมาย', 'ขอบัญชีใหม่จากโรงเรียน', 'รีสตาร์ตสแกนเนอร์'],
    decoy: ['สีของหน้าต่าง', 'หน้าต่างเป็นสีเขียวหรือสีเทาก็ได้'],
  },
  'zh-cn': {
    signIn: ['邮箱拒绝您的密码时', '密码不正确时，邮件服务器会返回错误。', '打开设置并选择邮箱的大小。', '请向学校申请新的账户。', '重新启动扫描仪。'],
    decoy: ['窗口的颜色', '窗口可以是绿色或灰色。'],
  },
  'he-il': {
    signIn: ['כשהדואר מסרב לסיסמה שלך', 'השרת מחזיר שגיאה כאשר הסיסמה שגויה.', 'פתחו את ההגדרות ובחרו את גודל התיבה.', 'בקשו מבית הסֵפֶר חשבון חדש.', 'הפעילו מחדש את הסורק.'],
    decoy: ['צבעי החלון', 'החלון יכול להיות ירוק או אפור.'],
  },
};

/** Writes a content folder: two articles in each language, and one that only Vietnamese has. */
export function writeContent(root: string): void {
  for (const [locale, { signIn, decoy }] of Object.entries(TARGETS)) {
    write(join(root, locale, 'mail/sign-in.md'), article(pairs(signIn, SIGN_IN)));
    write(join(root, locale, 'look/window.md'), article(pairs(decoy, DECOY)));
  }
  write(join(root, 'vi-vn/look/only-here.md'), article([['Bài chỉ có ở đây', 'An article about turquoise'], ['Chim bói cá màu ngọc lam.', 'The kingfisher is turquoise.']]));
  // Words that the index would take for marks of its own.
  write(join(root, 'vi-vn/look/marks.md'), article([['Dấu & "ký hiệu"', 'Signs & "marks"'], ['Gõ lệnh.', 'Type the command.'], ['`______PAGEFIND_WEIGHT___9` rồi &lt;ocelot&gt; \uE007\uE173.', '`___PAGEFIND_WEIGHT___9` and &lt;jaguar&gt;.']]));
  // A word in a heading, and more often in the text of another article.
  write(join(root, 'vi-vn/look/text.md'), article([['Chuyện kể', 'A tale'], ['Con hải cẩu và con hải cẩu bơi.', 'A seal and a seal swim.']]));
  write(join(root, 'vi-vn/look/heading.md'), `${article([['Chuyện khác', 'Another tale']])}\n## ${pair(['Hải cẩu', 'Seal'], 102)}\n\n${pair(['Nó ngủ lâu trên bãi cát.', 'It sleeps long on the sand.'], 103)}\n`);
  write(join(root, 'site.yml'), `title: Facing pages\nsourceLocale: en-us\nlocales: [en-us, ${Object.keys(TARGETS).join(', ')}]\n`);
}

function pairs(targets: readonly string[], sources: readonly string[]): Sentences {
  return targets.map((target, index) => [target, sources[index] ?? '']);
}

function article([title, ...sentences]: Sentences): string {
  return `# ${title ? pair(title, 101) : ''}\n\n${sentences.map((sentence, index) => pair(sentence, 102 + index)).join('\n\n')}\n`;
}

function pair([target, source]: readonly [string, string], ordinal: number): string {
  const id = `3a85d-${ordinal}`;
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
