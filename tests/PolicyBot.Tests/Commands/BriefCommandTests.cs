using System.Text;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Meetings;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

public sealed class BriefCommandTests(AskedArchive archive, BriefedArchive briefed) : IClassFixture<AskedArchive>, IClassFixture<BriefedArchive>
{
    private readonly TalkingBot _bot = new(archive);

    [Fact]
    public async Task Words_of_a_title_find_the_meeting_and_its_pages_are_turned_to_the_end()
    {
        var handled = await _bot.HandleAsync(_bot.Command("brief", language: Language.English, values: ("meeting", "robot tax")));
        var pages = new List<Reply> { Assert.Single(handled.Replies).Reply };
        while (pages[^1].Buttons.FirstOrDefault(b => b.Id.StartsWith("more:", StringComparison.Ordinal)) is { } more) pages.Add(await _bot.AskAsync(_bot.Press(more.Id)));

        Assert.Contains("Robot tax roundtable", pages[0].Heading, StringComparison.Ordinal);
        Assert.All(pages, p => Assert.Equal(Language.English, p.Language));
    }

    [Fact]
    public async Task Sentences_of_a_model_stand_on_the_first_page_and_are_told_to_be_its()
    {
        var model = ScriptedModel.Phrasing(words => words);
        var bot = new TalkingBot(archive, b => b.Desk = b.Desk with { Archive = briefed.Archive, TopLines = new(model, new(b.Desk.Organisations, b.Desk.Topics), Clearance.Open) });

        var without = new TalkingBot(archive, b => b.Desk = b.Desk with { Archive = briefed.Archive });

        var brief = await bot.AskAsync(bot.Command("brief", values: ("meeting", "데이터센터 후속 간담회")));
        var plain = await without.AskAsync(without.Command("brief", values: ("meeting", "데이터센터 후속 간담회")));

        Assert.Contains("• 과학기술정보통신부: 9월까지 인허가 지침을 고치겠다 (추진하겠다) [august-s1]", brief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[august-s1]", plain.Text, StringComparison.Ordinal);
        Assert.True(brief.IsByModel);
        Assert.False(plain.IsByModel);
    }

    [Fact]
    public async Task A_meeting_that_is_not_there_is_said_to_be_unknown() =>
        Assert.Contains("‘달나라 회의’에 맞는 회의는 기록에 없습니다", (await _bot.AskAsync(_bot.Command("brief", values: ("meeting", "달나라 회의")))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Each_coming_meeting_can_be_briefed_on_and_added_to_a_calendar_by_a_press()
    {
        var listed = await _bot.AskAsync(_bot.Command("meetings"));
        var brief = listed.Buttons.First(b => b.Id.StartsWith("brief-me:", StringComparison.Ordinal));
        var calendar = listed.Buttons.First(b => b.Id.StartsWith("to-calendar:", StringComparison.Ordinal));

        var briefed = Assert.Single((await _bot.HandleAsync(_bot.Press(brief.Id))).Replies);
        var added = Assert.Single((await _bot.HandleAsync(_bot.Press(calendar.Id))).Replies);

        Assert.Equal(DeliveryKind.Private, briefed.To!.Kind);
        Assert.Contains("보안 인재 간담회", briefed.Reply.Heading, StringComparison.Ordinal);
        Assert.Equal(DeliveryKind.Private, added.To!.Kind);
        Assert.Equal("2025-10-20.ics", Assert.Single(added.Reply.Files).Name);
        var passed = await new EgressGate(archive.Archive, Clearances.Default).PassAsync(added.Reply, added.To, TestContext.Current.CancellationToken);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", Encoding.UTF8.GetString(Assert.Single(passed.Files).Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_was_held_gets_no_such_buttons()
    {
        var listed = await _bot.AskAsync(_bot.Command("meetings", values: ("organisation", "가나클라우드")));

        Assert.NotEmpty(listed.Table!.Rows);
        Assert.DoesNotContain(listed.Buttons, b => b.Id.StartsWith("to-calendar:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_for_a_meeting_that_is_gone_says_so() =>
        Assert.Contains("이 회의는 더 이상 기록에 없거나", (await _bot.AskAsync(_bot.Press("brief-me:nothing"))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task The_meeting_to_come_is_offered_first()
    {
        var offered = await _bot.Handler.Suggestions.SuggestAsync(new("brief", "meeting", "", TalkingBot.Channel, new("U1"), Language.Korean), TestContext.Current.CancellationToken);

        Assert.StartsWith("2025-10-20 보안 인재 간담회", offered[0].Label, StringComparison.Ordinal);
    }
}
