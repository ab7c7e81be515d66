using System.Text;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Text;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Retrieval;

public sealed class PassageCutterTests
{
    private readonly PassageCutter _cutter = new(Organisations.Empty);

    [Fact]
    public void Every_paragraph_is_a_passage_with_its_exact_place()
    {
        var record = RecordOf((TextPartKind.Body, "전력이 부족하다.\n"), (TextPartKind.Body, "  세제 지원이 필요하다.\n"));

        var passages = _cutter.Cut(record, [], []);

        Assert.Equal(["전력이 부족하다.", "세제 지원이 필요하다."], passages.Select(p => p.Text));
        Assert.All(passages, p => Assert.Equal(p.Text, p.Span.Of(record.Text)));
        Assert.Equal(["r1#0", "r1#12"], passages.Select(p => p.Id.Value));
    }

    [Fact]
    public void A_heading_goes_with_what_follows()
    {
        var record = RecordOf((TextPartKind.Heading, "건의 사항\n"), (TextPartKind.Heading, "1. 전력\n"), (TextPartKind.Body, "계통 영향 평가를 줄여 달라."));

        Assert.Equal(["건의 사항\n1. 전력\n계통 영향 평가를 줄여 달라."], _cutter.Cut(record, [], []).Select(p => p.Text));
    }

    [Fact]
    public void A_heading_with_nothing_behind_it_is_not_lost()
    {
        var record = RecordOf((TextPartKind.Heading, "간담회 결과\n"), (TextPartKind.Boilerplate, "무단 전재 금지\n"), (TextPartKind.Heading, "끝"));

        Assert.Equal(["간담회 결과", "끝"], _cutter.Cut(record, [], []).Select(p => p.Text));
    }

    [Fact]
    public void Front_matter_and_boilerplate_are_left_out()
    {
        var record = RecordOf((TextPartKind.FrontMatter, "---\nid: x\n---\n"), (TextPartKind.Body, "본문이다.\n"), (TextPartKind.Boilerplate, "홍길동 기자"));

        Assert.Equal(["본문이다."], _cutter.Cut(record, [], []).Select(p => p.Text));
    }

    [Fact]
    public void A_turn_knows_its_speaker()
    {
        const string text = "○위원장 전우치  개회하겠습니다.";
        var record = RecordOf() with { Text = text, Parts = [new(TextPartKind.Turn, new(9, text.Length), new(1, 8))] };

        var passage = Assert.Single(_cutter.Cut(record, [], []));

        Assert.Equal("위원장 전우치", passage.Speaker);
        Assert.Equal(["위원장 전우치"], passage.People);
        Assert.Equal("개회하겠습니다.", passage.Text);
    }

    [Fact]
    public void A_long_paragraph_is_cut_between_sentences_and_nothing_is_lost()
    {
        var body = string.Join(' ', Enumerable.Range(1, 80).Select(i => $"{i}번째 참석자는 전력 공급을 서둘러 달라고 했다."));
        var record = RecordOf((TextPartKind.Body, body));

        var passages = _cutter.Cut(record, [], []);

        Assert.All(passages, p => Assert.InRange(p.Text.Length, 200, 800));
        Assert.All(passages, p => Assert.EndsWith("했다.", p.Text, StringComparison.Ordinal));
        Assert.Equal(body, string.Join(' ', passages.Select(p => p.Text)));
    }

    [Fact]
    public void Text_without_any_space_is_cut_all_the_same_but_never_inside_a_character()
    {
        var body = string.Concat(Enumerable.Repeat("😀", 2001));
        var passages = _cutter.Cut(RecordOf((TextPartKind.Body, body)), [], []);

        Assert.Equal(body, string.Concat(passages.Select(p => p.Text)));
        Assert.All(passages, p => Assert.True(p.Text.Length <= 800 && !char.IsLowSurrogate(p.Text[0])));
    }

    [Fact]
    public void A_passage_takes_topics_names_and_meeting_from_its_statements()
    {
        var record = RecordOf((TextPartKind.Body, "성춘향 B사 이사는 전력이 부족하다고 했다.\n"), (TextPartKind.Body, "행사는 저녁에 끝났다."));
        var (day, other) = (MeetingOf("m1", 24), MeetingOf("m2", 25));
        var statement = new Statement
        {
            Id = new("s1"),
            Kind = StatementKind.Concern,
            Span = new(11, 18),
            RecordId = record.Id,
            MeetingId = day.Id,
            Attribution = new(AttributionLevel.Person, ["성춘향 B사 이사"], []),
            Topics = ["power"],
        };

        var passages = _cutter.Cut(record, [day, other], [statement]);

        Assert.Equal(["power"], passages[0].Topics);
        Assert.Equal(["성춘향 B사 이사"], passages[0].People);
        Assert.Equal((new("m1"), new DateOnly(2025, 7, 24)), (passages[0].MeetingId!, passages[0].Date!.Value));
        Assert.Empty(passages[1].Topics);
        Assert.Null(passages[1].MeetingId);
        Assert.Equal(record.Published, passages[1].Date);
    }

    [Fact]
    public void The_stretch_that_tells_a_meeting_decides_between_meetings()
    {
        var record = RecordOf((TextPartKind.Body, "24일 간담회가 열렸다.\n"), (TextPartKind.Body, "25일에는 다른 자리였다."));
        var first = MeetingOf("m1", 24) with { Told = [new(0, 14)] };
        var second = MeetingOf("m2", 25) with { Told = [new(14, record.Text.Length)] };

        Assert.Equal(["m1", "m2"], _cutter.Cut(record, [first, second], []).Select(p => p.MeetingId?.Value));
    }

    private static Meeting MeetingOf(string id, int day) =>
        new() { Id = new(id), Title = id, Date = new(2025, 7, day), RecordIds = [new("r1")] };

    private static Record RecordOf(params (TextPartKind Kind, string Text)[] parts)
    {
        var (text, spans) = (new StringBuilder(), new List<TextPart>());
        foreach (var part in parts)
        {
            spans.Add(new(part.Kind, new(text.Length, text.Length + part.Text.Length)));
            text.Append(part.Text);
        }

        return new() { Id = new("r1"), Title = "간담회", Published = new(2025, 7, 26), Language = Language.Korean, Text = text.ToString(), Parts = spans };
    }
}
