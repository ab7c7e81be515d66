using PolicyBot.Records;
using PolicyBot.Text;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Records;

public sealed class MeetingReaderTests
{
    private static readonly DateOnly Friday = new(2025, 7, 25);

    private static IReadOnlyList<Meeting> Read(string text, DateOnly? published) => new MeetingReader(Organisations.Empty).Read(new()
    {
        Id = new("r"),
        Title = "r",
        Published = published,
        Language = Languages.Detect(text),
        Text = text,
        Parts = [new(TextPartKind.Body, new(0, text.Length))],
    });

    private static Meeting One(string text) => Assert.Single(Read(text, Friday));

    [Theory]
    [InlineData("예시부는 24일 대전에서 간담회를 열었다.", "2025-07-24", "대전", "예시부", MeetingStatus.Held)]
    [InlineData("예시부는 지난 8일 서울 중구 A회관에서 토론회를 개최했다.", "2025-07-08", "서울 중구 A회관", "예시부", MeetingStatus.Held)]
    [InlineData("이몽룡 차관은 전날 가나소프트를 방문해 개발자들과 이야기를 나눴다.", "2025-07-24", "가나소프트", "이몽룡 차관", MeetingStatus.Held)]
    [InlineData("예시부는 오는 30일 판교에서 설명회를 연다.", "2025-07-30", "판교", "예시부", MeetingStatus.Upcoming)]
    [InlineData("예시부는 다음 달 5일 업계 의견을 듣는 자리를 마련할 계획이다.", "2025-08-05", null, "예시부", MeetingStatus.Upcoming)]
    [InlineData("예시부는 28일 부산에서 공청회를 개최한다고 25일 밝혔다.", "2025-07-28", "부산", "예시부", MeetingStatus.Upcoming)]
    [InlineData("오는 29일 예정됐던 공청회는 폭우로 취소됐다.", "2025-07-29", null, null, MeetingStatus.Cancelled)]
    [InlineData("28일로 잡혔던 공청회는 다음 달 12일로 연기됐다.", "2025-08-12", null, null, MeetingStatus.Upcoming)]
    [InlineData("신청은 28일까지이고 설명회는 31일 오후 3시 대구 B회관에서 열린다.", "2025-07-31", "대구 B회관", null, MeetingStatus.Upcoming)]
    [InlineData("The agency met drone makers in Busan on Wednesday.", "2025-07-23", "Busan", "agency", MeetingStatus.Held)]
    [InlineData("The agency will hold a workshop in Daegu on August 5.", "2025-08-05", "Daegu", "agency", MeetingStatus.Upcoming)]
    [InlineData("Chip designers pressed the agency at a roundtable in Seoul on Tuesday chaired by Jane Doe.", "2025-07-22", "Seoul", null, MeetingStatus.Held)]
    [InlineData("The July 29 hearing was cancelled.", "2025-07-29", null, null, MeetingStatus.Cancelled)]
    public void One_sentence_tells_day_place_host_and_status(string text, string date, string? place, string? host, MeetingStatus status)
    {
        var meeting = One(text);
        Assert.Equal((date, place, status), (meeting.Date?.ToString(), meeting.Place, meeting.Status));
        Assert.Equal(host ?? "", string.Join(' ', meeting.Hosts.Select(h => h.ToString())));
    }

    [Theory]
    [InlineData("예시부는 28일로 잡은 토론회를 무기한 연기했다.")]
    [InlineData("예시부는 앞으로 매주 간담회를 열 계획이다.")]
    public void A_meeting_without_a_known_day_is_to_come_and_undated(string text)
    {
        var meeting = One(text);
        Assert.Null(meeting.Date);
        Assert.Equal(MeetingStatus.Upcoming, meeting.Status);
    }

    [Theory]
    [InlineData("응답 기업의 절반이 인력난을 꼽았다.")]
    [InlineData("신청은 30일까지 받는다. 결과는 다음 달 8일 공개된다.")]
    [InlineData("위원회의 결정은 25일부터 적용된다.")]
    [InlineData("예시부는 해법을 찾아 나서겠다고 했다.")]
    [InlineData("예시부는 지난주 간담회를 세 차례 열었다.")]
    [InlineData("Analysts expect prices to rise in August.")]
    public void What_is_no_meeting_gives_none(string text) => Assert.Empty(Read(text, Friday));

    [Fact]
    public void Statements_after_a_meeting_belong_to_it_until_the_next_begins()
    {
        const string text = "예시부는 23일 광주에서 간담회를 열었다. 기업들은 규제를 걱정했다. 예시부는 24일 창원에서도 간담회를 열었다. 기업들은 세금을 걱정했다.";
        var meetings = Read(text, Friday);
        Assert.Equal(["광주", "창원"], meetings.Select(m => m.Place));
        Assert.Contains(meetings[0].Told, t => t.Contains(text.IndexOf("규제", StringComparison.Ordinal)));
        Assert.Contains(meetings[1].Told, t => t.Contains(text.IndexOf("세금", StringComparison.Ordinal)));
        Assert.DoesNotContain(meetings[0].Told, t => t.Contains(text.IndexOf("세금", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("메디온 박하늘 대표", "박하늘", "대표", "메디온")]
    [InlineData("한국나로협회 문지수 사무국장", "문지수", "사무국장", "한국나로협회")]
    [InlineData("보건복지부 강도윤 차관", "강도윤", "차관", "보건복지부")]
    [InlineData("법무법인 나로 이지원 변호사", "이지원", "변호사", "법무법인 나로")]
    [InlineData("하늘편지 남궁영호 대표", "남궁영호", "대표", "하늘편지")]
    [InlineData("홍길동 메디온 대표", "홍길동", "대표", "메디온")]
    [InlineData("홍길동 현대차 상무", "홍길동", "상무", "현대차")]
    [InlineData("기획재정부 예산실 심의관", null, "심의관", "기획재정부 예산실")]
    [InlineData("산업부 반도체 과장", null, "과장", "산업부 반도체")]
    [InlineData("하늘편지 서울 대표", null, "대표", "하늘편지 서울")]
    public void A_name_right_before_the_role_is_the_persons_and_the_house_stands_before_it(string written, string? person, string role, string organisation) =>
        Assert.Equal(new Party(person, role, organisation), Assert.Single(One($"예시부는 24일 간담회를 열었다. 간담회에는 {written} 등이 참석했다.").Participants));

    [Fact]
    public void Where_it_was_said_is_no_part_of_the_speakers_house() =>
        Assert.Equal(
            [new Party("Jane Doe", "chief executive", "Company A")],
            One("The ministry held a roundtable in Pohang on 17 July. At the roundtable in Pohang, Company A chief executive Jane Doe said that fees are too high.").Participants);

    [Theory]
    [InlineData("농림축산식품부(장관 홍길동)는 24일 김제에서 기업 12개사와 나로협회가 참석한 가운데 현장 간담회를 개최했다.", "농림축산식품부")]
    [InlineData("나로협회는 24일 창원에서 산업부 관계자들이 참석한 가운데 정책 간담회를 열었다.", "나로협회")]
    [InlineData("24일 창원에서 A사와 B사가 참석한 가운데 현장 간담회를 개최했다.", "")]
    public void Who_holds_a_meeting_amid_guests_is_the_topic_of_the_sentence(string text, string hosts) =>
        Assert.Equal(hosts, string.Join(", ", One(text).Hosts));

    [Fact]
    public void Marked_lists_and_listed_names_are_participants()
    {
        var meeting = One("예시부는 24일 간담회를 열었다. 현장에는 ▲가나클라우드 ▲다라 AI ▲성춘향 마바소프트 대표 등이 참석했다.");
        Assert.Equal(["가나클라우드", "다라 AI", "성춘향 마바소프트 대표"], meeting.Participants.Select(p => p.ToString()));
        Assert.Equal(new Party("성춘향", "대표", "마바소프트"), meeting.Participants[2]);

        var listed = One("24일 회의에는 A사, B사, 홍길동 C협회 회장 등 12개사가 참석했다.");
        Assert.Equal(["A사", "B사", "홍길동 C협회 회장"], listed.Participants.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("참석자들은 인력을 더 키워야 한다고 입을 모았다.")]
    [InlineData("현장에서는 시험장 활성화 등 업계의 건의가 나왔다.")]
    [InlineData("기업들은 규제를 풀어 달라는 데 뜻을 모았다.")]
    [InlineData("예시부는 부담 해소 등 대책 마련에 나섰다.")]
    [InlineData("주요 통신사 관계자들과 국내 연구계 전문가들이 참석했다.")]
    [InlineData("심사가 늦다는 의견, 비용을 줄여야 한다는 지적 등이 나왔다.")]
    [InlineData("기업들은 ▲원가 산정에 물가 반영 ▲지체상금 상한 인하 ▲전시회 참가비 지원 등을 건의했다.")]
    [InlineData("간담회에 참석한 기업들은 ▲수수료 인하 ▲정산 주기 단축을 요구했다.")]
    [InlineData("업계는 △수수료 인하 △정산 주기 단축을 요구했다.")]
    public void Clauses_and_groups_are_no_participants(string text) =>
        Assert.Empty(One("예시부는 24일 간담회를 열었다. " + text).Participants);

    [Theory]
    [InlineData("▲가나클라우드 ▲다라클라우드 대표들이 참석했다.", "가나클라우드, 다라클라우드")]
    [InlineData("간담회에 참석한 ▲가나전자 ▲다라수산 ▲마바식품 등 3개사는 인력난을 호소했다.", "가나전자, 다라수산, 마바식품")]
    [InlineData("가나클라우드, 다라클라우드 관계자들이 자리를 함께했다.", "가나클라우드, 다라클라우드")]
    [InlineData("부천시 성춘향 국장, 가온랩 변사또 대표가 참석했다.", "성춘향 부천시 국장, 변사또 가온랩 대표")]
    [InlineData("성춘향 가나전자 사장, 변사또 다라온 대표가 참석했다.", "성춘향 가나전자 사장, 변사또 다라온 대표")]
    [InlineData("성춘향 가나전자 사장은 전력이 부족하다고 말했다.", "성춘향 가나전자 사장")]
    [InlineData("변사또 다라온 대표는 심사가 늦다고 지적했다.", "변사또 다라온 대표")]
    [InlineData("변사또 다라페이 대표는 심사가 늦다고 지적했다.", "변사또 다라페이 대표")]
    [InlineData("발제를 맡은 변사또 다라소프트 대표가 참석했다.", "변사또 다라소프트 대표")]
    public void A_participant_is_the_name_without_the_words_around_it(string text, string names) =>
        Assert.Equal(names, string.Join(", ", One("예시부는 24일 간담회를 열었다. " + text).Participants));

    [Fact]
    public void The_day_after_is_nobodys_name() =>
        Assert.DoesNotContain(Read("예시부 박서방 차관은 18일 울산에서 간담회를 열었다. 이튿날 박 차관은 포항에서 철강업계와 만났다.", Friday).SelectMany(m => m.Hosts), h => h.ToString().Contains("이튿날", StringComparison.Ordinal));

    [Fact]
    public void A_vice_chair_is_no_chair_of_another_body()
    {
        var host = Assert.Single(One("이몽룡 예시위원회 부위원장이 24일 마포 A센터에서 업계 간담회를 열었다.").Hosts);
        Assert.Equal(new Party("이몽룡", "부위원장", "예시위원회"), host);
    }

    [Theory]
    [InlineData("Science minister Mary Major met drone makers in Busan on Wednesday.", "Mary Major", "science minister")]
    [InlineData("Digital Affairs Minister Mary Major met drone makers in Busan on Wednesday.", "Mary Major", "Digital Affairs Minister")]
    public void A_minister_of_a_field_is_no_minister_of_a_body(string text, string person, string role)
    {
        var host = Assert.Single(One(text).Hosts);
        Assert.Equal((person, role, null), (host.Person, host.Role, host.Organisation));
    }

    [Theory]
    [InlineData("예시부는 24일 대전의 가나 데이터센터 '별 마당'에서 간담회를 열었다.", "대전의 가나 데이터센터 '별 마당'")]
    [InlineData("예시부는 24일 대전 '별마당'에서 간담회를 열었다.", "대전 '별마당'")]
    [InlineData("예시부는 24일 간담회를 열었다. 2부에서는 건의를 들었다.", null)]
    public void A_place_keeps_its_pair_of_quotation_marks(string text, string? place) => Assert.Equal(place, One(text).Place);

    [Theory]
    [InlineData("예시부는 24일 오후 이몽룡 제2차관 주재로 AI 핵심기술 간담회를 열었다.", "AI 핵심기술 간담회")]
    [InlineData("예시부는 24일 대전에서 데이터 기업 간담회를 열었다.", "데이터 기업 간담회")]
    [InlineData("예시부는 24일 AI 3대 과제 토론회를 열었다.", "AI 3대 과제 토론회")]
    [InlineData("예시부는 24일 대전에서 국가 시험장 사업설명회를 개최했다.", "국가 시험장 사업설명회")]
    [InlineData("예시부는 24일 기업인들과 세 번째 현장 간담회를 열었다.", "예시부 간담회")]
    [InlineData("예시부는 24일 가나소프트를 찾아 현장 간담회를 열었다.", "예시부 간담회 (가나소프트)")]
    [InlineData("예시부는 24일 '드론과 함께하는 현장 간담회'를 열었다.", "드론과 함께하는 현장 간담회")]
    public void A_meeting_is_called_what_the_text_calls_it(string text, string title) => Assert.Equal(title, One(text).Title);

    [Fact]
    public void Minutes_are_dated_by_their_head()
    {
        var meeting = One("일시: ’25.7.10.(목) 14:00\n장소: A회관 3층\n참석: 이몽룡 국장(주재), B사, C사 등\n안건: 데이터 개방");
        Assert.Equal(("2025-07-10", "A회관 3층", new TimeOnly(14, 0)), (meeting.Date?.ToString(), meeting.Place, meeting.Time));
        Assert.Equal("이몽룡 국장", Assert.Single(meeting.Hosts).ToString());
    }

    [Fact]
    public void Without_a_day_of_publication_relative_days_stay_unknown()
    {
        Assert.Null(Assert.Single(Read("예시부는 지난 8일 간담회를 열었다.", null)).Date);
        Assert.Equal("2025-07-08", Assert.Single(Read("예시부는 2025년 7월 8일 간담회를 열었다.", null)).Date?.ToString());
    }

    [Fact]
    public void A_caption_adds_to_a_meeting_and_never_moves_the_days_of_the_body()
    {
        const string text = "예시부는 24일 오전 대전에서 간담회를 열었다.\n지난 8일 이몽룡 차관이 부산 간담회에서 말하고 있다. /사진=예시부\n예시부는 같은 날 오후 창원에서도 간담회를 열었다.";
        Assert.Equal(["2025-07-24 대전", "2025-07-08 부산", "2025-07-24 창원"], Read(text, Friday).Select(m => $"{m.Date} {m.Place}"));
    }

    [Fact]
    public void One_meeting_told_thousands_of_times_stays_one()
    {
        var text = string.Concat(Enumerable.Repeat("예시부는 24일 대전에서 간담회를 열었고 A사 대표는 걱정했다. ", 2000));
        Assert.Equal(text.TrimEnd().Length, Assert.Single(One(text).Told).End);
    }

    [Fact]
    public void Minutes_are_dated_by_their_title_and_their_deadlines_count_from_it()
    {
        var record = RecordReader.ReadText("2025년 7월 16일 회의록\n\n○위원장 전우치  회의를 시작하겠습니다.\n○심청 위원  변전소가 부족합니다.\n○산업국장 변학도  8월 말까지 보완 대책을 마련하겠습니다.", "r").Record!;

        var meeting = Assert.Single(new MeetingReader(Organisations.Empty).Read(record));
        var promise = new PolicyBot.Concerns.StatementReader(Organisations.Empty, PolicyBot.Concerns.Topics.Empty).Read(record, [meeting])[^1];

        Assert.Equal(MeetingDate.Of(new(2025, 7, 16)), meeting.Date);
        Assert.Equal(new DateOnly(2025, 8, 31), promise.Due!.By);
    }

    [Fact]
    public void A_market_attends_no_meeting()
    {
        var meeting = Assert.Single(Read("24일 부산에서 열린 간담회에는 홍길동 A사 대표와 해외 시장, 이몽룡 부산시장이 참석했다.", new DateOnly(2025, 7, 25)));

        Assert.Equal(["홍길동 A사 대표", "이몽룡 부산시장"], meeting.Participants.Select(p => p.ToString()));
    }

    [Fact]
    public void Who_is_printed_twice_attends_once()
    {
        var meeting = Assert.Single(Read("24일 부산에서 열린 간담회에는 서지호 바다온 대표, 성춘향 B사 이사 등이 참석했다. 서지호 대표는 전력이 부족하다고 말했다.", new DateOnly(2025, 7, 25)));

        Assert.Equal(["서지호 바다온 대표", "성춘향 B사 이사"], meeting.Participants.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("‘나눔의 날 ’ 예시부는 24일 대전에서 간담회를 열었다.")]
    [InlineData("\"나눔의 날 \" 예시부는 24일 대전에서 간담회를 열었다.")]
    [InlineData("(나눔의 날 ) 예시부는 24일 대전에서 간담회를 열었다.")]
    [InlineData("(나눔의 날 ), 예시부는 24일 대전에서 간담회를 열었다.")]
    public void A_closing_mark_that_stands_alone_ends_what_was_before_the_host(string text) => Assert.Equal("예시부", Assert.Single(One(text).Hosts).ToString());

    [Theory]
    [InlineData("전날 정부가 대책을 내놓은 뒤 열린 자리다.")]
    [InlineData("전날 국회 본회의에서 특별법이 통과됐다.")]
    public void What_happened_the_day_before_is_no_second_meeting(string background) =>
        Assert.Equal(new(2025, 7, 24), Assert.Single(Read($"이몽룡 차관은 24일 부산에서 기업 간담회를 열었다. {background}", new DateOnly(2025, 7, 25))).Date);
}
