using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Tests.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Concerns;

public sealed class StatementTopicsTests
{
    private static readonly Topics Topics = Topics.Load(ShippedCatalogues.Topics);

    [Fact]
    public void What_is_asked_after_an_answer_is_not_what_it_answered()
    {
        var statements = Read("홍길동 조합 이사장은 용적률 규제를 풀어 달라고 했다. 이몽룡 장관은 다라부와 협의하겠다고 밝혔다. 이어 가나푸드는 수출 검역 서류가 너무 많다고 지적했다.");

        Assert.Equal([statements[0].Id], statements[1].RepliesTo);
    }

    [Theory]
    [InlineData("Acme Grid said visas for welders were slow and asked for tax relief on new docks. The ministry replied that it would review visa procedures.", new[] { 0 })]
    [InlineData("Acme Grid said visas for welders were slow and asked for tax relief on new docks. The ministry replied that tax relief would be extended next year.", new[] { 1 })]
    [InlineData("Acme Grid said visas for welders were slow and asked for tax relief on new docks. The ministry replied that it would review both visas and tax relief.", new[] { 0, 1 })]
    [InlineData("Acme Grid said visas for welders were slow and asked for tax relief on new docks. The ministry replied that it would look into that.", new[] { 0, 1 })]
    [InlineData("참석 기업들은 용접공 비자가 늦어 어렵다며 부두 세제 지원을 요청했다. 산업부는 비자 절차를 검토하겠다고 답했다.", new[] { 0 })]
    [InlineData("참석 기업들은 용접공 비자가 늦어 어렵다며 부두 세제 지원을 요청했다. 산업부는 비자와 세제를 모두 검토하겠다고 답했다.", new[] { 0, 1 })]
    public void An_answer_closes_what_it_names_and_all_when_it_names_nothing(string text, int[] answered)
    {
        var statements = Read(text);

        Assert.Equal(answered.Select(i => statements[i].Id), Assert.Single(statements, s => s.Strength is not null).RepliesTo);
    }

    [Fact]
    public void The_words_before_an_answer_tell_what_it_answers()
    {
        var statements = Read("나로협회는 배송비 상한제 도입을 촉구했다. 다솜조합은 광고비를 따로 적어 달라고 요청했다. 이몽룡 장관은 상한제와 관련해 “국회와 긴밀히 협의하겠다”고 답했다.");

        Assert.Equal([statements[0].Id], statements[2].RepliesTo);
    }

    [Theory]
    [InlineData("나로협회는 배송비 상한제 도입을 촉구했다. 다솜조합은 광고비를 따로 적어 달라고 요청했다. 이몽룡 장관은 상한제를 제외한 나머지는 “검토하겠다”고 답했다.")]
    [InlineData("참석 기업들은 용접공 비자가 늦어 어렵다며 부두 세제 지원을 요청했다. 이에 대해 산업부는 비자를 제외하고는 “검토하겠다”고 답했다.")]
    public void What_an_answer_takes_out_is_not_answered(string text)
    {
        var statements = Read(text);

        Assert.DoesNotContain(statements[0].Id, Assert.Single(statements, s => s.Strength is not null).RepliesTo);
    }

    [Fact]
    public void An_answer_without_words_of_its_own_is_about_what_was_asked()
    {
        var statements = Read("홍길동 A사 대표는 저작권 보상 체계를 만들어 달라고 요청했다. 이몽룡 차관은 그렇게 하겠다고 답했다.");

        Assert.Equal(["copyright", "copyright"], statements.Select(s => s.Topics[0]));
        Assert.Equal([statements[0].Id], statements[1].RepliesTo);
    }

    [Fact]
    public void An_answer_to_everybody_is_about_nothing_in_particular()
    {
        var statements = Read("홍길동 A사 대표는 저작권 보상 체계를 만들어 달라고 요청했다. 이몽룡 차관은 현장 의견을 잘 들었다고 말했다.");

        Assert.Equal(["copyright", Topics.General], statements.Select(s => s.Topics[0]));
    }

    [Fact]
    public void A_concern_without_words_of_its_own_is_about_what_the_paragraph_tells()
    {
        var statements = Read("이날 자리에서는 관세 인상이 도마에 올랐다. 홍길동 A사 대표는 더는 버티기 어렵다고 토로했다.");

        Assert.Equal("export", Assert.Single(statements).Topics[0]);
    }

    [Fact]
    public void Of_nested_stretches_the_first_meeting_of_the_list_counts()
    {
        Meeting whole = Told("all", new SourceSpan(0, 100)), part = Told("part", new SourceSpan(20, 40), new SourceSpan(60, 80));

        Assert.Equal(["part", "all", "part", null], ToldMeeting.Find([new(20, 30), new(30, 50), new(70, 80), new(95, 120)], [part, whole]).Select(t => t?.Meeting.Title));
        Assert.Equal(["all", "all"], ToldMeeting.Find([new(20, 30), new(70, 80)], [whole, part]).Select(t => t?.Meeting.Title));
        Assert.Equal(new SourceSpan(60, 80), ToldMeeting.Find([new(70, 80)], [part, whole])[0]?.Span);
    }

    [Fact]
    public void Only_running_text_holds_statements()
    {
        var places = new RecordPlaces(new()
        {
            Id = new("r"),
            Title = "",
            Language = Language.Korean,
            Text = new('가', 60),
            Parts = [new(TextPartKind.Heading, new(0, 10)), new(TextPartKind.Body, new(10, 20)), new(TextPartKind.Caption, new(20, 30)), new(TextPartKind.Turn, new(40, 50))],
        });

        Assert.Equal([false, true, true, false, false, true, false, false], ((SourceSpan[])[new(0, 10), new(5, 12), new(10, 20), new(20, 30), new(30, 40), new(49, 55), new(50, 60), new(12, 12)]).Select(places.MayHold));
        Assert.Equal(new SourceSpan(10, 50), places.Nearby(new(42, 44)));
        Assert.Equal(new SourceSpan(0, 10), places.HeadingAbove(new(42, 44)));
        Assert.Null(places.HeadingAbove(new(0, 5)));
    }

    private static IReadOnlyList<Statement> Read(string text) =>
        new StatementReader(Organisations.Empty, Topics).Read(RecordReader.ReadText(text, "text").Record!, []);

    private static Meeting Told(string title, params IReadOnlyList<SourceSpan> told) => new() { Id = new(title), Title = title, RecordIds = [new("r")], Told = told };
}
