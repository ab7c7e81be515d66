using PolicyBot.Chat;
using PolicyBot.Tests.Answers;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

public sealed class ChatHandlerTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private readonly TalkingBot _bot = new(archive);

    [Theory]
    [InlineData("전력 문제는 누가 제기했나?", "참석자들이 함께")]
    [InlineData("Who raised power supply?", "the participants together")]
    public async Task A_collective_request_reaches_the_chat_as_collective(string question, string speaker)
    {
        var reply = await _bot.AskAsync(_bot.Words(question));

        var point = Assert.Single(reply.Points, p => p.Lines.Any(l => l.Contains("전력 공급을 늘려 달라", StringComparison.Ordinal)));
        Assert.StartsWith(speaker, point.Speaker, StringComparison.Ordinal);
        Assert.DoesNotContain(reply.Points, p => p.Speaker.StartsWith("다라전자", StringComparison.Ordinal));
        Assert.NotEmpty(reply.Citations);
        Assert.All(reply.Citations, c => Assert.StartsWith("https://example.org/", c.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_said_together_is_headed_as_such_before_it_is_shown()
    {
        var reply = await _bot.AskAsync(_bot.Words("가나클라우드는 무엇을 요구했지?"));

        var head = reply.Points.ToList().FindIndex(p => p.Speaker.StartsWith("이와 따로", StringComparison.Ordinal));
        var together = reply.Points.ToList().FindIndex(p => p.Lines.Any(l => l.Contains("전력 공급을 늘려 달라", StringComparison.Ordinal)));
        Assert.InRange(head, 1, together - 1);
    }

    [Theory]
    [InlineData("전력 문제는 누가 제기했나?", true, false, true)]
    [InlineData("전력 문제는 누가 제기했나?", false, false, false)]
    [InlineData("감사합니다", true, false, true)]
    public async Task In_a_channel_only_a_mention_is_answered(string text, bool addressed, bool tags, bool answered) =>
        Assert.Equal(answered, await _bot.Handler.ExpectsAnswerAsync(_bot.Words(text, TalkingBot.Channel, addressed) with { TagsOthers = tags }, TestContext.Current.CancellationToken) is not null);

    [Theory]
    [InlineData("그럼 정부는 뭐라고 답했어?", false, true)]
    [InlineData("and what did they answer", false, true)]
    [InlineData("What about talent?", false, true)]
    [InlineData("그럼 정부는 뭐라고 답했어?", true, false)]
    [InlineData("감사합니다!", false, false)]
    [InlineData("thanks", false, false)]
    [InlineData("제가 내일 보고하겠습니다", false, false)]
    [InlineData("I will write the report tomorrow", false, false)]
    public async Task In_its_own_thread_questions_need_no_mention_and_talk_among_people_is_left_alone(string text, bool tags, bool answered)
    {
        await _bot.HandleAsync(_bot.Words("전력 문제는 누가 제기했나?", TalkingBot.Thread));

        var line = _bot.Words(text, TalkingBot.Thread, addressed: false) with { TagsOthers = tags };

        Assert.Equal(answered, await _bot.Handler.ExpectsAnswerAsync(line, TestContext.Current.CancellationToken) is not null);
        Assert.Equal(answered, (await _bot.HandleAsync(line)).Replies.Count > 0);
    }

    [Theory]
    [InlineData(ChatMessageKind.Edited)]
    [InlineData(ChatMessageKind.Deleted)]
    [InlineData(ChatMessageKind.Left)]
    public async Task Edits_deletions_and_leaving_are_met_with_silence(ChatMessageKind kind) =>
        Assert.Empty((await _bot.HandleAsync(_bot.Message(kind, TalkingBot.Direct) with { Text = "전력?" })).Replies);

    [Theory]
    [InlineData("", null, "질문을 적어")]
    [InlineData("?!", Language.English, "Write a question")]
    [InlineData("hello", null, "Write a question")]
    public async Task A_mention_without_a_question_gets_a_short_help(string text, Language? client, string said) =>
        Assert.StartsWith(said, (await _bot.AskAsync(_bot.Words(text, TalkingBot.Channel) with { Language = client })).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_question_of_forty_thousand_characters_is_refused_with_the_reason()
    {
        var reply = await _bot.AskAsync(_bot.Words(string.Concat(Enumerable.Repeat("전력은 ", 10_000))));

        Assert.Contains("질문이 너무 깁니다", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Buttons);
    }

    [Fact]
    public async Task A_deleted_question_is_not_answered_and_an_edited_one_as_it_now_stands()
    {
        var question = _bot.Words("전력 문제는 누가 제기했나?");
        _bot.Memory.LaterEdit = question with { Kind = ChatMessageKind.Edited, Text = "인허가는 누가 제기했나?" };
        Assert.Contains("인허가 절차", TalkingBot.TextOf(await _bot.AskAsync(question)), StringComparison.Ordinal);

        _bot.Memory.LaterEdit = question with { Kind = ChatMessageKind.Deleted };
        Assert.Empty((await _bot.HandleAsync(question)).Replies);
    }

    [Theory]
    [InlineData(Language.English, "no command /nothing")]
    [InlineData(null, "/nothing 명령은 없습니다")]
    public async Task An_unknown_command_is_told_in_the_users_language(Language? language, string said) =>
        Assert.Contains(said, (await _bot.AskAsync(_bot.Command("nothing", language: language))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("strange:1")]
    [InlineData("helpful:0123456789ab")]
    [InlineData("share")]
    [InlineData("more:0123456789ab:2")]
    public async Task An_unknown_or_expired_button_gets_a_reason(string id)
    {
        var handled = await _bot.HandleAsync(_bot.Press(id, language: Language.English));

        Assert.Contains("ask again", Assert.Single(handled.Replies).Reply.Text, StringComparison.Ordinal);
        Assert.Null(handled.Judgement);
    }

    [Fact]
    public async Task The_same_message_handled_again_gives_the_same_answer_id()
    {
        var message = _bot.Words("전력 문제는 누가 제기했나?");

        Assert.Equal((await _bot.HandleAsync(message)).Kept!.Id, (await _bot.HandleAsync(message)).Kept!.Id);
        Assert.NotEqual((await _bot.HandleAsync(message)).Kept!.Id, (await _bot.HandleAsync(_bot.Words("전력 문제는 누가 제기했나?"))).Kept!.Id);
    }

    [Theory]
    [InlineData(Language.Korean, "죄송합니다")]
    [InlineData(Language.English, "Sorry")]
    public void An_apology_is_in_the_users_language(Language language, string said) =>
        Assert.StartsWith(said, _bot.Handler.Apologise(_bot.Words("?"), language).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("화성 탐사는 누가 요구했나?")]
    [InlineData("Who asked for Mars missions?")]
    public async Task What_is_not_found_comes_with_questions_that_the_records_can_answer(string question)
    {
        var reply = await _bot.AskAsync(_bot.Words(question));

        Assert.NotEmpty(reply.Suggestions);
        foreach (var suggestion in reply.Suggestions)
            Assert.Equal(PolicyBot.Answers.AnswerStatus.Answered, (await archive.AskAsync(suggestion)).Status);
    }

    [Fact]
    public async Task The_users_page_shows_what_comes_and_what_nobody_answered()
    {
        var page = TalkingBot.TextOf(await _bot.AskAsync(_bot.Message(ChatMessageKind.Home, TalkingBot.Direct)));

        Assert.Contains("보안 인재 간담회", page, StringComparison.Ordinal);
        Assert.Contains("주민 민원이 사업을 막는다", page, StringComparison.Ordinal);
        Assert.DoesNotContain("인허가 절차를 줄여 달라", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Korean)]
    [InlineData(Language.English)]
    public async Task A_fresh_conversation_begins_with_questions(Language language) =>
        Assert.All((await _bot.AskAsync(_bot.Message(ChatMessageKind.ThreadOpened, TalkingBot.Direct) with { Language = language })).Suggestions, s => Assert.Equal(language, Languages.Detect(s)));
}
