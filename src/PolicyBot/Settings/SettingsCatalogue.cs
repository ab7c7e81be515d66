namespace PolicyBot.Settings;

/// <summary>Every setting there is. A key that is not here is refused, so that a misspelt one cannot be overlooked.</summary>
internal static class SettingsCatalogue
{
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new("TimeZone", SettingKind.TimeZone, "Asia/Seoul", "Time zone of dates and times", "날짜와 시각의 시간대"),
        new("Store:Provider", SettingKind.Choice, "Sqlite", "Where the archive is kept", "기록 저장소의 종류") { Choices = ["Sqlite", "Postgres"] },
        new("Store:ConnectionString", SettingKind.Secret, "", "PostgreSQL connection", "PostgreSQL 연결 문자열"),
        new("Store:Folder", SettingKind.Text, "data", "Folder of the embedded store and the index (`--data` overrides it)", "내장 저장소와 색인의 폴더(`--data`가 우선)"),
        new("Records:Organisations", SettingKind.Path, "config/organisations.yaml", "Organisations, aliases, people", "기관·별칭·인물 목록 파일"),
        new("Records:Topics", SettingKind.Path, "config/topics.yaml", "Topics and the words that show them", "주제와 주제어 목록 파일"),
        new("Records:MaxFileMegabytes", SettingKind.Number, "50", "Larger files are refused", "이보다 큰 파일은 받지 않음"),
        new("Records:Watch", SettingKind.List, "", "Folders whose new and changed files are imported while the program runs", "프로그램이 도는 동안 새 파일과 바뀐 파일을 가져올 폴더"),
        new("Records:Feeds", SettingKind.List, "", "Addresses of RSS or Atom feeds whose items are imported while the program runs", "프로그램이 도는 동안 글을 가져올 RSS·Atom 피드 주소"),
        new("Records:FeedInterval", SettingKind.Duration, "00:15:00", "How often each feed is asked, when it does not ask for more patience", "피드마다 물어보는 간격(피드가 더 기다리라고 하면 따름)"),
        new("Meetings:Calendars", SettingKind.List, "", "Calendars (.ics) that the worker takes in again and again: files, folders, https addresses", "워커가 계속 가져올 일정(.ics): 파일, 폴더, https 주소"),
        new("Meetings:PollEvery", SettingKind.Duration, "00:30:00", "How often those calendars are looked at", "그 일정을 살피는 간격"),
        new("Digests", SettingKind.Table, "", "Subscriptions, as `/digest subscribe` takes them; `Channel` is `slack/C…` or `discord/…` and gets open records alone", "구독. 항목은 `/digest subscribe`와 같고, `Channel`은 `slack/C…` 또는 `discord/…`이며 open 기록만 받음") { Fields = DigestSettings.Fields },
        new("Holidays", SettingKind.List, "", "Holidays besides the Korean public ones (yyyy-mm-dd), for digests that skip them", "한국 공휴일 외의 휴일(yyyy-mm-dd). 공휴일을 건너뛰는 소식에 쓰임"),
        new("Charts:Font", SettingKind.Path, "", "TrueType font with Korean letters for charts; empty looks for one on this machine", "도표에 쓸 한글 TrueType 글꼴(비우면 이 컴퓨터에서 찾음)"),
        new("Access:ConsoleClearance", SettingKind.Choice, "sensitive", "Highest grade that the console may see, and write to files with `export`", "콘솔에서 보고 `export`로 내보낼 수 있는 최고 등급") { Choices = ["open", "sensitive", "classified"] },
        new("Access:ConsoleGroups", SettingKind.List, "", "Groups whose records the console may see and export", "콘솔에서 보고 내보낼 수 있는 그룹"),
        new("Access:Groups", SettingKind.List, "", "The groups that there are: a record or a place may belong to these and to no other", "있는 그룹의 이름(이 밖의 그룹은 받지 않음)"),
        new("Access:Folders", SettingKind.List, "", "Grade and group of what a folder or feed holds: `archive/minutes = sensitive budget`, `https://example.org/ = open`; the longest that fits, and a document can only be stricter", "폴더·피드별 등급과 그룹: `archive/minutes = sensitive budget`(가장 길게 맞는 것; 문서가 스스로 더 엄격할 수만 있음)"),
        new("Access:SlackClearance", SettingKind.Choice, "open", "Highest grade shown in Slack; guests and shared channels see open records only", "Slack에 보이는 최고 등급(손님과 공유 채널은 open만)") { Choices = ["open", "sensitive", "classified"] },
        new("Access:DiscordClearance", SettingKind.Choice, "open", "Highest grade shown in Discord", "Discord에 보이는 최고 등급") { Choices = ["open", "sensitive", "classified"] },
        new("Access:Destinations", SettingKind.List, "", "What a place of a chat may see: `slack/T1/C2 = sensitive budget`, `slack/direct = classified`; the closest counts, and public or shared channels and guests see open records whatever is set", "채팅의 곳별로 볼 수 있는 등급과 그룹: `slack/T1/C2 = sensitive budget`, `slack/direct = classified`(가장 가까운 것; 공개·공유 채널과 손님은 항상 open)"),
        new("Access:Curators", SettingKind.List, "", "Who may import and correct from a chat: `slack/U123`, `discord/456`, `discord/role/789`, `slack/role/S12` (a user group, by its id)", "채팅에서 기록을 가져오고 정정할 수 있는 사람: `slack/U123`, `discord/456`, `discord/role/789`, `slack/role/S12`(사용자 그룹의 ID)"),
        new("Access:Admins", SettingKind.List, "", "Who may also change rights with `/access`; written as above", "`/access`로 권한도 바꿀 수 있는 사람(위와 같은 꼴)"),
        new("Access:UserPerMinute", SettingKind.Limit, "30", "Messages of one user a minute; what is beyond is told to wait; 0 sets no limit", "한 사용자의 분당 메시지 수(넘으면 기다리라고 알림, 0은 제한 없음)"),
        new("Access:ChannelPerMinute", SettingKind.Limit, "300", "Messages of one channel a minute; 0 sets no limit", "한 채널의 분당 메시지 수(0은 제한 없음)"),
        new("Access:AuditDays", SettingKind.Number, "365", "How long the audit trail is kept", "감사 기록 보관 일수"),
        new("Access:ConversationDays", SettingKind.Number, "90", "How long answers and what threads are about are kept", "답변과 대화 맥락 보관 일수"),
        new("Access:ModelClearance", SettingKind.Choice, "open", "Highest grade that the model's endpoint may see", "모델에 보낼 수 있는 최고 등급") { Choices = ["open", "sensitive", "classified"] },
        new("Access:ModelGroups", SettingKind.List, "", "Groups whose records the model's endpoint may see", "모델에 보낼 수 있는 기록의 그룹"),
        new("Access:EmbeddingsClearance", SettingKind.Choice, "open", "Highest grade that the embeddings' endpoint may see", "임베딩에 보낼 수 있는 최고 등급") { Choices = ["open", "sensitive", "classified"] },
        new("Access:EmbeddingsGroups", SettingKind.List, "", "Groups whose records the embeddings' endpoint may see", "임베딩에 보낼 수 있는 기록의 그룹"),
        new("Discord:Token", SettingKind.Secret, "", "Bot token; Discord is on when it is set", "봇 토큰(설정하면 Discord가 켜짐)"),
        new("Discord:ApiBaseUrl", SettingKind.Address, "https://discord.com/api/v10/", "Base of every REST call", "REST 호출의 기본 주소"),
        new("Discord:GatewayUrl", SettingKind.Address, "", "Gateway; empty asks Discord for it", "게이트웨이 주소(비우면 Discord에 물어봄)"),
        new("Discord:ReadsThreads", SettingKind.Choice, "false", "Reads lines without a mention in its own threads; needs the message content intent", "봇이 연 스레드에서는 멘션 없이도 읽음(message content 인텐트 필요)") { Choices = ["true", "false"] },
        new("Slack:BotToken", SettingKind.Secret, "", "Bot token (xoxb-…); Slack is on when it is set", "봇 토큰(xoxb-…, 설정하면 Slack이 켜짐)"),
        new("Slack:AppToken", SettingKind.Secret, "", "App token (xapp-…), needed in Socket mode", "앱 토큰(xapp-…, Socket 모드에 필요)"),
        new("Slack:SigningSecret", SettingKind.Secret, "", "Signing secret, needed in Http mode", "서명 비밀(Http 모드에 필요)"),
        new("Slack:Mode", SettingKind.Choice, "Socket", "How Slack reaches the bot", "Slack과 연결하는 방식") { Choices = ["Socket", "Http"] },
        new("Slack:ApiBaseUrl", SettingKind.Address, "https://slack.com/api/", "Base of every Web API call", "Web API의 기본 주소"),
        new("Model:Endpoint", SettingKind.Address, "", "Any OpenAI-compatible endpoint; empty means none, and answers quote the records only", "OpenAI 호환 모델 주소(비우면 기록 원문으로만 답함)"),
        new("Model:Name", SettingKind.Text, "", "Model name at that endpoint", "모델 이름"),
        new("Model:ApiKey", SettingKind.Secret, "", "Key for that endpoint", "모델 접속 키"),
        new("Model:Timeout", SettingKind.Duration, "00:00:20", "Longest wait for a model's whole answer", "모델 응답 전체를 기다리는 최대 시간"),
        new("Model:FirstToken", SettingKind.Duration, "00:00:02.500", "Longest wait for its first word; then the records' own words are the answer", "모델의 첫 낱말을 기다리는 최대 시간(넘으면 기록 원문으로 답함)"),
        new("Model:CallsPerDay", SettingKind.Number, "200", "Calls of one user a day, and ten times as many of one channel", "하루 한 사용자의 모델 호출 수(채널은 그 열 배)"),
        new("Model:ReadsRecords", SettingKind.Choice, "false", "At import the model proposes statements that the rules missed; what both see differently is listed by `status`", "가져올 때 규칙이 놓친 발언을 모델이 제안함(규칙과 다르게 본 것은 `status`에 나옴)") { Choices = ["true", "false"] },
        new("Embeddings:Endpoint", SettingKind.Address, "", "Any OpenAI-compatible endpoint for embeddings; empty means none, and search goes by words alone", "OpenAI 호환 임베딩 주소(비우면 낱말로만 찾음)"),
        new("Embeddings:Name", SettingKind.Text, "", "Embedding model at that endpoint", "임베딩 모델 이름"),
        new("Embeddings:ApiKey", SettingKind.Secret, "", "Key for that endpoint", "임베딩 접속 키"),
        new("Log:Format", SettingKind.Choice, "Text", "A line or a JSON object for each event", "로그 형식(한 줄 글 또는 JSON)") { Choices = ["Text", "Json"] },
        new("Telemetry:Endpoint", SettingKind.Address, "", "OpenTelemetry collector (OTLP over gRPC) for traces and metrics; empty sends nothing", "추적과 지표를 보낼 OpenTelemetry 수집기(비우면 보내지 않음)"),
        new("Urls", SettingKind.Text, "", "Where the host listens, such as `http://0.0.0.0:8080`: `/healthz`, and Slack's requests in Http mode", "호스트가 듣는 주소(`http://0.0.0.0:8080` 등): `/healthz`와 Http 모드의 Slack 요청"),
    ];

    public static SettingDefinition? Find(string key) =>
        All.FirstOrDefault(s => key.Equals(s.Key, StringComparison.OrdinalIgnoreCase)
            || (s.IsSecret && key.Equals(s.FileKey, StringComparison.OrdinalIgnoreCase))
            || s.HasField(key)
            || (s.Kind == SettingKind.List && key.StartsWith(s.Key + ":", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether settings stand below it.</summary>
    public static bool IsSection(string key) =>
        All.Any(s => s.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase) || (s.Kind is SettingKind.List or SettingKind.Table && s.Key.Equals(key, StringComparison.OrdinalIgnoreCase)));

    /// <summary>First words of keys. Environment variables outside of them are none of our business.</summary>
    public static bool IsOurSection(string key)
    {
        var section = key.Split(':')[0];
        return All.Any(s => s.Key.Split(':')[0].Equals(section, StringComparison.OrdinalIgnoreCase));
    }
}
