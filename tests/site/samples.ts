/** Texts of the stub site in one locale; written for it. */
export interface Sample {
  readonly siteTitle: string;
  readonly lead: string;
  readonly title: string;
  /** Sections of the navigation: title, then the titles of its articles. */
  readonly navigation: readonly (readonly [string, ...string[]])[];
  readonly headings: readonly { readonly depth: number; readonly id: string; readonly html: string }[];
  readonly html: string;
}

interface Words {
  readonly siteTitle: string; readonly lead: string; readonly title: string; readonly navigation: Sample['navigation'];
  readonly intro: string; readonly before: string; readonly steps: readonly [string, string, string]; readonly ports: string; readonly port: string; readonly use: string;
  readonly note: string; readonly noteText: string; readonly warning: string; readonly warningText: string; readonly quote: string; readonly send: string; readonly secure: string;
  readonly windows: string; readonly phone: string; readonly windowsText: string; readonly phoneText: string; readonly code: string; readonly picture: string; readonly video: string;
}

function sample(words: Words): Sample {
  const headings = [{ depth: 2, id: 'before-you-start', html: words.before }, { depth: 2, id: 'ports', html: words.ports }, { depth: 3, id: 'try-it', html: words.code }, { depth: 2, id: 'see-also', html: words.picture }];
  return {
    siteTitle: words.siteTitle, lead: words.lead, title: words.title, navigation: words.navigation, headings,
    html: `<h1 id="sign-in">${words.title}</h1>
<p><span id="s102">${words.intro}</span> <span id="s103">${words.lead}</span></p>
<h2 id="before-you-start">${words.before}</h2>
<ol><li>${words.steps[0]}</li><li>${words.steps[1]}<ul><li>${words.secure}</li><li>${words.send}</li></ul></li><li>${words.steps[2]}</li></ol>
<div class="alert alert-note"><p class="alert-title" data-ui>${words.note}</p><p>${words.noteText}</p></div>
<div class="alert alert-warning"><p class="alert-title" data-ui>${words.warning}</p><p>${words.warningText}</p></div>
<h2 id="ports">${words.ports}</h2>
<div class="table-scroll" tabindex="0"><table><thead><tr><th>${words.port}</th><th>${words.use}</th><th>TLS</th></tr></thead><tbody><tr><td><code>587</code></td><td>${words.send}</td><td>STARTTLS</td></tr><tr><td><code>465</code></td><td>${words.secure}</td><td>Implicit TLS 1.2, 1.3</td></tr></tbody></table></div>
<h3 id="try-it">${words.code}</h3>
<pre class="code" tabindex="0"><code class="language-bash"><span class="tok-comment"># 535 5.7.3 Authentication unsuccessful</span>
<span class="tok-function">openssl</span> <span class="tok-string">s_client</span> <span class="tok-constant">-starttls</span> smtp -connect <span class="tok-parameter">mail.example.com:587</span> -servername mail.example.com
<span class="tok-keyword">if</span> <span class="tok-inserted">true</span> <span class="tok-deleted">false</span>
</code></pre>
<p>${words.quote} <a href="https://help.example/">https://help.example/smtp?port=587</a> <kbd>Ctrl</kbd>+<kbd>R</kbd></p>
<blockquote><p>${words.quote}</p></blockquote>
<div class="tabs"><input type="radio" name="x-tabs-1" id="x-tab-1-1" checked><label for="x-tab-1-1">${words.windows}</label><div class="tab-panel" data-tab="windows"><p>${words.windowsText}</p></div><input type="radio" name="x-tabs-1" id="x-tab-1-2"><label for="x-tab-1-2">${words.phone}</label><div class="tab-panel" data-tab="phone"><p>${words.phoneText}</p></div></div>
<figure class="video"><a href="https://video.example/"><span data-ui>${words.video}</span></a></figure>
<h2 id="see-also">${words.picture}</h2>
<p><img alt="${words.picture}" width="640" height="240" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 640 240'%3E%3Crect width='640' height='240' fill='%23cfd8e3'/%3E%3Cpath d='M320 20v200' stroke='%23647488'/%3E%3C/svg%3E"></p>
`,
  };
}

export const samples: Readonly<Record<string, Sample>> = {
  'en-us': sample({
    siteTitle: 'Facing Pages Help', lead: 'Short answers for people who send mail from devices and programs.', title: 'When mail does not accept your password',
    navigation: [['Mail', 'When mail does not accept your password', 'Words we do not have yet', 'Send from a printer'], ['Accounts', 'Change your password', 'Two-step sign-in', 'Delete an account'], ['Devices', 'Add a phone', 'Remove a lost laptop']],
    intro: 'The server answers <code>535 5.7.3</code> when a program signs in with a name or password that it does not know.',
    before: 'Before you start', steps: ['Open <strong>Settings</strong> &gt; <strong>Accounts</strong>.', 'Choose how the program signs in:', 'Select <strong>Save</strong> and send a message to yourself.'],
    ports: 'Ports and encryption', port: 'Port', use: 'Used for', note: 'Note', noteText: 'A changed password takes up to an hour to reach all servers.', warning: 'Warning', warningText: 'Never turn encryption off to get around an error.',
    quote: 'If nothing helps, ask the person who looks after your mail.', send: 'Sending with a password', secure: 'Sending over an encrypted connection', windows: 'Windows', phone: 'Phone', windowsText: 'Press the key.', phoneText: 'Tap and hold.', code: 'Try it from a command line', picture: 'What the window looks like', video: 'Watch the video',
  }),
  'vi-vn': sample({
    siteTitle: 'Trợ giúp Trang Đối', lead: 'Câu trả lời ngắn gọn cho người gửi thư từ thiết bị và chương trình.', title: 'Khi hộp thư không chấp nhận mật khẩu của bạn',
    navigation: [['Thư', 'Khi hộp thư không chấp nhận mật khẩu của bạn', 'Những từ chúng tôi chưa có', 'Gửi từ máy in'], ['Tài khoản', 'Đổi mật khẩu', 'Đăng nhập hai bước', 'Xóa tài khoản'], ['Thiết bị', 'Thêm điện thoại', 'Gỡ máy tính bị mất']],
    intro: 'Máy chủ trả lời <code>535 5.7.3</code> khi một chương trình đăng nhập bằng tên hoặc mật khẩu mà máy chủ không biết.',
    before: 'Trước khi bắt đầu', steps: ['Mở <strong>Cài đặt</strong> &gt; <strong>Tài khoản</strong>.', 'Chọn cách chương trình đăng nhập:', 'Chọn <strong>Lưu</strong> rồi gửi một thư cho chính bạn.'],
    ports: 'Cổng và mã hóa', port: 'Cổng', use: 'Dùng để', note: 'Ghi chú', noteText: 'Mật khẩu mới cần tối đa một giờ để đến mọi máy chủ.', warning: 'Cảnh báo', warningText: 'Đừng bao giờ tắt mã hóa để tránh lỗi.',
    quote: 'Nếu không có gì giúp được, hãy hỏi người phụ trách hộp thư của bạn.', send: 'Gửi bằng mật khẩu', secure: 'Gửi qua kết nối được mã hóa', windows: 'Windows', phone: 'Điện thoại', windowsText: 'Nhấn phím.', phoneText: 'Chạm và giữ.', code: 'Thử từ dòng lệnh', picture: 'Cửa sổ trông như thế nào', video: 'Xem video',
  }),
  'ar-sa': sample({
    siteTitle: 'مساعدة الصفحات المتقابلة', lead: 'إجابات قصيرة لمن يرسلون البريد من الأجهزة والبرامج.', title: 'عندما لا يقبل البريد كلمة مرورك',
    navigation: [['البريد', 'عندما لا يقبل البريد كلمة مرورك', 'كلمات ليست لدينا بعد', 'الإرسال من طابعة'], ['الحسابات', 'تغيير كلمة المرور', 'تسجيل الدخول بخطوتين', 'حذف حساب'], ['الأجهزة', 'إضافة هاتف', 'إزالة حاسوب مفقود']],
    intro: 'يجيب الخادم بـ <code>535 5.7.3</code> عندما يسجّل برنامج مثل Outlook الدخول باسم أو كلمة مرور لا يعرفها.',
    before: 'قبل أن تبدأ', steps: ['افتح <strong>الإعدادات</strong> &gt; <strong>الحسابات</strong>.', 'اختر طريقة دخول البرنامج:', 'حدّد <strong>حفظ</strong> وأرسل رسالة إلى نفسك.'],
    ports: 'المنافذ والتشفير', port: 'المنفذ', use: 'الاستخدام', note: 'ملاحظة', noteText: 'قد يستغرق وصول كلمة المرور الجديدة إلى جميع الخوادم ساعة كاملة.', warning: 'تحذير', warningText: 'لا توقف التشفير أبدًا لتفادي خطأ.',
    quote: 'إذا لم ينفع شيء فاسأل المسؤول عن بريدك.', send: 'الإرسال بكلمة مرور', secure: 'الإرسال عبر اتصال مشفّر', windows: 'Windows', phone: 'الهاتف', windowsText: 'اضغط المفتاح.', phoneText: 'المس مطولاً.', code: 'جرّب من سطر الأوامر', picture: 'كيف تبدو النافذة', video: 'شاهد الفيديو',
  }),
  'ja-jp': sample({
    siteTitle: '見開きヘルプ', lead: '機器やプログラムからメールを送る人のための短い答えです。', title: 'メールがパスワードを受け付けないとき',
    navigation: [['メール', 'メールがパスワードを受け付けないとき', 'まだ訳語のない言葉', 'プリンターから送信する'], ['アカウント', 'パスワードを変更する', '二段階のサインイン', 'アカウントを削除する'], ['デバイス', '電話を追加する', '紛失したノート PC を削除する']],
    intro: 'プログラムが未知の名前やパスワードでサインインすると、サーバーは <code>535 5.7.3</code> を返します。',
    before: '始める前に', steps: ['<strong>設定</strong> &gt; <strong>アカウント</strong>を開きます。', 'サインインの方法を選びます。', '<strong>保存</strong>を選択し、自分宛てにメッセージを送ります。'],
    ports: 'ポートと暗号化', port: 'ポート', use: '用途', note: '注意', noteText: '新しいパスワードがすべてのサーバーに届くまで、最大で一時間かかります。', warning: '警告', warningText: 'エラーを避けるために暗号化を無効にしないでください。',
    quote: '解決しない場合は、メールの管理者に問い合わせてください。', send: 'パスワードによる送信', secure: '暗号化された接続での送信', windows: 'Windows', phone: '電話', windowsText: 'キーを押します。', phoneText: '長押しします。', code: 'コマンド ラインで試す', picture: 'ウィンドウの表示例', video: 'ビデオを見る',
  }),
  'de-de': sample({
    siteTitle: 'Hilfe auf Gegenseiten', lead: 'Kurze Antworten für alle, die E-Mails aus Geräten und Programmen senden.', title: 'Wenn der E-Mail-Dienst Ihr Kennwort nicht annimmt',
    navigation: [['E-Mail', 'Wenn der E-Mail-Dienst Ihr Kennwort nicht annimmt', 'Wörter, die uns noch fehlen', 'Von einem Drucker senden'], ['Konten', 'Kennwort ändern', 'Anmeldung in zwei Schritten', 'Benutzerkontenverwaltungsrichtlinien'], ['Geräte', 'Telefon hinzufügen', 'Verlorenen Laptop entfernen']],
    intro: 'Der Server antwortet mit <code>535 5.7.3</code>, wenn sich ein Programm mit einem unbekannten Namen oder Kennwort anmeldet.',
    before: 'Bevor Sie beginnen', steps: ['Öffnen Sie <strong>Einstellungen</strong> &gt; <strong>Konten</strong>.', 'Wählen Sie, wie sich das Programm anmeldet:', 'Wählen Sie <strong>Speichern</strong> und senden Sie sich selbst eine Nachricht.'],
    ports: 'Anschlüsse und Verschlüsselung', port: 'Anschluss', use: 'Verwendung', note: 'Hinweis', noteText: 'Ein neues Kennwort braucht bis zu einer Stunde, bis es alle Server erreicht.', warning: 'Warnung', warningText: 'Schalten Sie die Verschlüsselung nie aus, um einen Fehler zu umgehen.',
    quote: 'Wenn nichts hilft, fragen Sie die Person, die Ihr Postfach betreut.', send: 'Senden mit Kennwort', secure: 'Senden über eine verschlüsselte Verbindung', windows: 'Windows', phone: 'Telefon', windowsText: 'Taste drücken.', phoneText: 'Gedrückt halten.', code: 'Auf der Befehlszeile ausprobieren', picture: 'So sieht das Fenster aus', video: 'Video ansehen',
  }),
};
