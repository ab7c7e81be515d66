using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Tests.Records;

namespace PolicyBot.Tests.Answers.Grounding;

/// <summary>What a model may say of a statement. The sentences are invented.</summary>
public sealed class GateTests
{
    private static readonly Gate Gate = new(Organisations.Load(ShippedCatalogues.Organisations), Topics.Load(ShippedCatalogues.Topics));

    private static readonly Attribution Together = new(AttributionLevel.Participants, ["참석자들"], ["삼성SDS", "네이버"]);
    private static readonly Attribution Person = new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []);
    private static readonly Attribution Ministry = new(AttributionLevel.Organisation, ["과학기술정보통신부"], []);

    [Theory]
    [InlineData("수도권 데이터센터의 전력 공급을 2027년까지 늘려 달라", "데이터센터 전력 공급을 늘려 달라고 요청했다.")]
    [InlineData("수도권 데이터센터의 전력 공급을 2027년까지 늘려 달라", "수도권 데이터센터 전력 공급을 2027년까지 늘려 달라는 건의")]
    [InlineData("수도권 데이터센터의 전력 공급을 2027년까지 늘려 달라", "“전력 공급을 2027년까지 늘려 달라”")]
    [InlineData("수도권 데이터센터의 전력 공급을 2027년까지 늘려 달라", "전력공급을 늘려 달라고 했다")]
    [InlineData("계통 연결이 늦어진다", "계통 연결이 늦어지고 있다는 우려를 제기했다")]
    [InlineData("the queue for grid connection takes three years", "Concern was raised that the queue for grid connection takes three years.")]
    public void Shortening_and_linking_the_words_is_allowed(string words, string text) => Assert.Null(Gate.FindFault(text, [Said(words, Together)]));

    [Theory]
    [InlineData("삼성SDS가 데이터센터 전력 공급을 늘려 달라고 했다", "a firm that was present")]
    [InlineData("가나클라우드는 데이터센터 전력 공급을 늘려 달라고 요청했다", "a firm that no catalogue knows")]
    [InlineData("한빛의 데이터센터 전력 공급을 늘려 달라", "an invented name")]
    [InlineData("데이터센터 전력 공급을 2029년까지 늘려 달라", "another year")]
    [InlineData("데이터센터 전력 공급을 3배 늘려 달라", "an invented number")]
    [InlineData("데이터센터 전력 공급을 늘리지 말아 달라", "the contrary")]
    [InlineData("데이터센터 용수 공급을 늘려 달라", "another thing")]
    [InlineData("데이터센터가 전력을 수도권 공급하게 해 달라", "another order")]
    [InlineData("“데이터센터를 옮겨 달라”", "a quotation of nobody")]
    [InlineData("데이터센터 전력 공급 http://a.example", "a link")]
    [InlineData("데이터센터 전력 공급 @everyone", "a mention")]
    [InlineData("*데이터센터* 전력 공급", "mark-up")]
    [InlineData("정부가 전력 공급을 결정했다", "a stronger claim")]
    [InlineData("전력거래소 데이터센터 공급을 늘려 달라", "a longer name that begins alike")]
    [InlineData("", "nothing")]
    public void Whatever_the_words_do_not_hold_is_refused(string text, string what)
    {
        Assert.True(Gate.FindFault(text, [Said("수도권 데이터센터의 전력 공급을 2027년까지 늘려 달라", Together)]) is not null, what);
    }

    [Theory]
    [InlineData("이몽룡에게 창구를 맡기고 전력을 늘려 달라", "“이몽룡에게 창구를 맡기고 전력을 늘려 달라” 이몽룡")]
    [InlineData("이몽룡에게 창구를 맡기고 전력을 늘려 달라", "이몽룡 “이몽룡에게 창구를 맡기고 전력을 늘려 달라”")]
    [InlineData("창구를 이몽룡에게 맡기고 전력을 늘려 달라", "“창구를” — 이몽룡")]
    [InlineData("we welcome Mary Major and her plan for the grid", "“we welcome Mary Major and her plan for the grid” Mary Major")]
    public void Whom_a_quotation_mentions_does_not_sign_it(string words, string text)
    {
        Assert.NotNull(Gate.FindFault(text, [Said(words, Person)]));
        Assert.Null(Gate.FindFault($"“{words}” 성춘향 가나클라우드 대표", [Said(words, Person)]));
    }

    [Theory]
    [InlineData("자세한 것은 www.evil.example 에 있다")]
    [InlineData("자세한 것은 evil.example 에 있다")]
    [InlineData("자세한 것은 EVIL.CO 에 있다")]
    public void An_address_is_not_told_even_where_the_record_has_it(string words) => Assert.Equal("holds an address", Gate.FindFault(words, [Said(words, Together)]));

    [Theory]
    [InlineData("3.5GW의 전력이 모자란다. 그래서 공장이 멈춘다")]
    [InlineData("U.S. 기업과 같은 대우를 달라")]
    public void A_point_between_numbers_and_behind_a_letter_is_no_address(string words) => Assert.Null(Gate.FindFault(words, [Said(words, Together)]));

    [Theory]
    [InlineData("이몽룡에게 창구를 맡겨 달라", "이몽룡은 창구를 맡겨 달라고 요청했다")]
    [InlineData("Rabbitco에 창구를 맡겨 달라", "Rabbitco는 창구를 맡겨 달라고 요청했다")]
    public void Whom_the_words_only_mention_is_not_made_their_speaker(string words, string text)
    {
        Assert.NotNull(Gate.FindFault(text, [Said(words, Together)]));
        Assert.Null(Gate.FindFault($"{words}는 요청", [Said(words, Together)]));
    }

    [Fact]
    public void The_other_side_of_the_table_may_not_be_named() =>
        Assert.NotNull(Gate.FindFault("The ministry said that training vouchers run out by March.", [Said("training vouchers run out by March", new(AttributionLevel.Person, ["Mary Major"], []))]));

    [Fact]
    public void Whoever_the_meeting_is_called_after_may_not_be_named()
    {
        var meeting = new Meeting { Id = new("m"), Title = "이몽룡 차관 초청 간담회", Date = null, Place = "한빛홀", Hosts = [], Participants = [], RecordIds = [], Told = [], Status = MeetingStatus.Held };

        Assert.NotNull(Gate.FindFault("이몽룡: 전력 공급을 늘려 달라", [Said("전력 공급을 늘려 달라", Together) with { Meeting = meeting }]));
    }

    [Fact]
    public void The_named_speaker_may_be_named() =>
        Assert.Null(Gate.FindFault("성춘향 가나클라우드 대표는 인허가 절차를 줄여 달라고 요청했다.", [Said("인허가 절차를 줄여 달라", Person)]));

    [Fact]
    public void Another_person_may_not_be_named() =>
        Assert.NotNull(Gate.FindFault("이몽룡 라마대 교수는 인허가 절차를 줄여 달라고 요청했다.", [Said("인허가 절차를 줄여 달라", Person)]));

    [Fact]
    public void What_several_said_is_told_apart() =>
        Assert.Equal("joins the words of several speakers", Gate.FindFault("전력 공급을 늘려 달라고 했다.", [Said("전력 공급을 늘려 달라", Together), Said("절차를 줄여 달라", Person)]));

    [Theory]
    [InlineData("예산이 확보되지 않으면 시작할 수 없다", "예산이 확보되면 시작할 수 있다")]
    [InlineData("전력이 부족하지 않도록 공급을 늘려 달라", "전력이 부족하다")]
    [InlineData("unless the rules change, the plant will close", "the plant will close")]
    [InlineData("the plan does not lower the price", "the plan lower the price")]
    public void A_denial_or_condition_is_never_retold(string words, string text)
    {
        Assert.NotNull(Gate.FindFault(text, [Said(words, Together)]));
        Assert.Null(Gate.FindFault($"“{words}”", [Said(words, Together)]));
    }

    [Theory]
    [InlineData("전력 지원 방안을 검토하겠다", "전력을 지원하겠다")]
    [InlineData("전력 지원 방안을 추진할지 검토하겠다", "전력 지원 방안을 추진하겠다")]
    [InlineData("we will look into support for the plant", "we will support the plant")]
    public void A_reply_is_never_made_more_binding(string words, string text) =>
        Assert.NotNull(Gate.FindFault(text, [Said(words, Ministry, StatementKind.Reply)]));

    [Fact]
    public void A_reply_may_be_shortened_when_its_end_stays() =>
        Assert.Null(Gate.FindFault("지원 방안을 검토하겠다고 답했다", [Said("전력 지원 방안을 검토하겠다", Ministry, StatementKind.Reply)]));

    private static StoredStatement Said(string words, Attribution by, StatementKind kind = StatementKind.Request) => new(
        new()
        {
            Id = new("s"),
            Kind = kind,
            Span = new(0, words.Length),
            RecordId = new("r"),
            Attribution = by,
            Topics = ["power"],
            Strength = kind == StatementKind.Reply ? ReplyStrength.WillReview : null,
        },
        words, new(new("r"), "기록", new(2025, 7, 25), Grade.Open, null), null, null, null);
}
